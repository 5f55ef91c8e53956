import type { Kind } from '../place/kinds.ts';
import { plainWords } from '../place/match/plain-words.ts';

/** Short forms in names of venues and groups, written out before names are compared. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bw\.?i\.?(?=\s|$)/gi, 'womens institute'],
  [/\bw\.?m\.?c\.?(?=\s|$)/gi, 'working mens club'],
  [/\br\.?b\.?l\.?(?=\s|$)/gi, 'royal british legion'],
  [/\buniversity of the (third|3rd) age\b/gi, 'u3a'],
  [/\bluncheon\b/gi, 'lunch'],
  [/\brec\b(?= cent)/gi, 'recreation'],
  [/\bday care\b/gi, 'day'],
  [/\bno\.?\s*(?=\d)/gi, 'number '],
  [/\bcafé\b/gi, 'cafe'],
];

/** Words that say what a thing of many is and not which: a name of nothing else returns in every village. */
const GENERIC = new Set(
  (
    'age baptist bingo cafe chapel chat chess church coffee coronation craft crafts dance day evening friday hut institute jubilee knit ' +
    'ladies lunch memorial methodist mens monday morning natter parents reading room rooms scout seniors shed tea thursday toddler toddlers tuesday u3a ' +
    'war wednesday weekly womens working'
  ).split(' '),
);

/** Words for what a building is: two that differ in them are seldom one, when they are not at one door. */
const TYPES = new Set(
  'band baptist cafe centre chapel children church club college hall hub hut institute learning library methodist museum office parish pavilion rooms school scout shop'.split(
    ' ',
  ),
);

/** A name in the ways it may be written in another list: without what stands in brackets, and by its former name. */
export function namesOf(name: string, kind: Kind): string[] {
  const full = expanded(name, kind);
  const bare = full
    .replace(/\s*\([^)]*\)/g, ' ')
    .replace(/\s+[-–]\s+(warm|food|drop|free|main|open)\b.*$/i, '')
    .trim();
  const former = /\(?\b(?:was|formerly|previously|ex|old name|aka|also known as)[ :]+([^)]+?)\)?$/i.exec(
    full,
  )?.[1];
  return [...new Set([full, bare, former ?? ''].filter((each) => each.trim().length > 1))];
}

function expanded(name: string, kind: Kind): string {
  const text = WRITTEN_OUT.reduce((each, [short, long]) => each.replace(short, long), name);
  if (kind !== 'faith') return text;
  // `St Edmund's Church` and `St Edmund`: a church goes by its saint.
  return text.replace(/\b((?:st|saint)\.? \p{L}{3,}?)['’]?s\b/giu, '$1');
}

/** True where every word of a name says only what it is. */
export function isGeneric(name: string): boolean {
  const words = plainWords(name).filter((word) => !FILLER.has(word));
  return words.every((word) => GENERIC.has(word) || TYPES.has(word));
}
const FILLER = new Set('a an at by community for in of on or over the to village with'.split(' '));

/** Words of a name for what a building is. */
export function typesIn(name: string): ReadonlySet<string> {
  return new Set(plainWords(name).filter((word) => TYPES.has(word)));
}

/** True where each of two names, by their words for it, says that it is something that the other does not. */
export function typesDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  return ![...a].some((word) => b.has(word)) || (lacks(a, b) && lacks(b, a));
}

/** `Village Hall` and `Community Hall`: one word of building, and another beside it. Here are those other words. */
export function qualifiersIn(name: string): ReadonlySet<string> {
  return new Set(
    plainWords(name).filter((word) =>
      /^(village|community|learning|parish|civic|memorial|church|band)$/.test(word),
    ),
  );
}

export function qualifiersDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && lacks(a, b) && lacks(b, a);
}

function lacks(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].some((word) => !all.has(word));
}
