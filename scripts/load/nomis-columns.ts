import { folded } from './files/columns.ts';

/** A column of a bulk table: `Tenure of household: Owned: Owns outright; measures: Value`, taken apart. */
export interface NomisColumn {
  /** As it stands in the file. */
  readonly name: string;
  /** The first part, folded: `tenureofhousehold`. */
  readonly topic: string;
  /** The other parts, in small letters with single spaces: `['owned', 'owns outright']`. */
  readonly path: readonly string[];
}

/** The columns that hold counts, without `date`, `geography` and the like. */
export function nomisColumns(names: readonly string[]): NomisColumn[] {
  return names.flatMap((name) => {
    const parts = name
      .replace(/;\s*measures?:.*$/i, '')
      .split(':')
      .map((part) => part.trim().toLowerCase().replace(/\s+/g, ' '));
    const [topic = '', ...path] = parts;
    return path.length === 0 ? [] : [{ name, topic: folded(topic), path }];
  });
}

/**
 * The columns that add up to a category. Where the category has a column of its own, that one; else the columns one
 * level below it. Empty where there is neither.
 */
export function columnsOf(columns: readonly NomisColumn[], category: RegExp): string[] {
  const within = columns.filter(({ path }) => category.test(path[0] ?? ''));
  const own = within.filter(({ path }) => path.length === 1);
  const used = own.length > 0 ? own : within.filter(({ path }) => path.length === 2);
  return used.map(({ name }) => name);
}

/** The column of the total: `Total`, `Total: All usual residents`. Empty where there is none. */
export function totalOf(columns: readonly NomisColumn[]): string[] {
  const total = columns.find(({ path }) => /^total\b/.test(path[0] ?? ''));
  return total === undefined ? [] : [total.name];
}

/**
 * The bands of age that together make up `from` to `to` and nothing else; empty where there are none. The five-year
 * bands (TS007A) cannot make up 16 to 24, as the first begins at 15; the broad ones (TS007B) can.
 */
export function bandsOfAge(columns: readonly NomisColumn[], from: number, to: number): string[] {
  const bands = columns.flatMap(({ name, path }) => {
    const band = path.length === 1 ? ages(path[0] ?? '') : null;
    return band === null ? [] : [{ name, ...band }];
  });
  const used: string[] = [];
  for (let next = from; next <= to; ) {
    const fits = bands.filter((band) => band.from === next && band.to <= to);
    const widest = fits.sort((a, b) => b.to - a.to)[0];
    if (widest === undefined) return [];
    used.push(widest.name);
    next = widest.to + 1;
  }
  return used;
}

/** Nobody is counted beyond this; "85 years and over" ends here. */
export const OLDEST = 200;

function ages(words: string): { from: number; to: number } | null {
  const plain = words.replace(/^aged? /, '');
  const range = /^(\d+) to (\d+)( years)?$/.exec(plain);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const under = /^(\d+) years? and under$/.exec(plain);
  if (under) return { from: 0, to: Number(under[1]) };
  const over = /^(\d+) years? (and|or) over$/.exec(plain);
  if (over) return { from: Number(over[1]), to: OLDEST };
  const one = /^(\d+) years?$/.exec(plain);
  return one ? { from: Number(one[1]), to: Number(one[1]) } : null;
}
