import type { Head } from './found-file.ts';
import { rowsIn } from './sniff.ts';

/**
 * Names a column goes by. A word is compared folded; a pattern is tried on the folded name and on the name as it
 * stands. The first name in the list that is there wins.
 */
export interface ColumnMatcher {
  readonly is: readonly (string | RegExp)[];
  /** A column that may be missing: its cells are then empty. */
  readonly optional?: boolean;
}
export type Columns<C extends string> = Readonly<Record<C, ColumnMatcher>>;

/** Titles and notes may stand above the header; it is looked for in so many rows. */
export const MOST_ROWS_ABOVE = 30;

/** A column's name without what differs between editions: small letters and digits only, no accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

interface Name {
  readonly plain: string;
  readonly folded: string;
}

/** The same header is held against the columns of every source. */
const namesOfHeaders = new WeakMap<readonly string[], readonly Name[]>();

function namesOf(header: readonly string[]): readonly Name[] {
  const known = namesOfHeaders.get(header);
  if (known) return known;
  const names = header.map((name) => ({ plain: name.trim(), folded: folded(name) }));
  namesOfHeaders.set(header, names);
  return names;
}

/** Where each column stands, or -1; null where one that is needed is missing. */
export function placesOf<C extends string>(
  header: readonly string[],
  columns: Columns<C>,
): Readonly<Record<C, number>> | null {
  const names = namesOf(header);
  const places = {} as Record<C, number>;
  for (const column of Object.keys(columns) as C[]) {
    const { is, optional } = columns[column];
    let at = -1;
    for (const wanted of is) {
      const word = typeof wanted === 'string' ? folded(wanted) : wanted;
      at = names.findIndex((name) =>
        typeof word === 'string' ? name.folded === word : word.test(name.folded) || word.test(name.plain),
      );
      if (at >= 0) break;
    }
    if (at < 0 && optional !== true) return null;
    places[column] = at;
  }
  return places;
}

/** True where a table has every column that is needed, in its first row or, below a title, in one of the next. */
export function hasColumns<C extends string>(head: Head, columns: Columns<C>): boolean {
  if (head.format !== 'csv' && head.format !== 'tsv') return false;
  if (placesOf(head.columns, columns) !== null) return true;
  return rowsIn(head).some((row) => placesOf(row, columns) !== null);
}

/** For messages: what was looked for and not found, by the first name of each column. */
export function missingFrom<C extends string>(header: readonly string[], columns: Columns<C>): string[] {
  return (Object.keys(columns) as C[])
    .filter((column) => columns[column].optional !== true)
    .filter((column) => placesOf(header, { [column]: columns[column] } as Columns<C>) === null)
    .map((column) => {
      const named = columns[column].is.find((name) => typeof name === 'string');
      return typeof named === 'string' ? named : column;
    });
}
