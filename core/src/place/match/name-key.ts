import { plainWords } from './plain-words.ts';

/**
 * Words that say what a place is and not which one. Welsh and Gaelic words for the same stand beside them, since
 * lists of Wales and Scotland give names in either language.
 */
const COMMON = new Set(
  (
    'an at by for in of on or the to with ' +
    'branch building centre club community council group hall house hub information learning library local ' +
    'neighbourhood parish point public resource room rooms service services social society space village ' +
    'llyfrgell canolfan neuadd cymunedol y yr ' +
    'leabharlann'
  ).split(' '),
);

/**
 * Words for another thing that often shares a building, a postcode or a base with what it is named after: a
 * mobile library is kept at the central one. Different ones on the two sides speak strongly against one place.
 */
const ROLES: Readonly<Record<string, string>> = {
  archive: 'records',
  archives: 'records',
  history: 'records',
  records: 'records',
  studies: 'records',
  bookbus: 'mobile',
  mobile: 'mobile',
  mobiles: 'mobile',
  symudol: 'mobile',
  hmp: 'prison',
  prison: 'prison',
  gallery: 'gallery',
  museum: 'museum',
  nursery: 'nursery',
  scout: 'scouts',
  scouts: 'scouts',
  theatre: 'theatre',
};

/** Words that tell neighbours apart: Wigston is not South Wigston. A number of any kind does so too. */
const APART = new Set(
  'central east eastern great junior little lower magna middle new north northern old parva south southern town upper west western'.split(
    ' ',
  ),
);

/** A name taken apart once, to be compared many times. */
export interface NameKey {
  /** Every word, in order, joined. */
  readonly whole: string;
  /** The words that say which place it is, each once, joined. Empty for `Village Hall`. */
  readonly own: string;
  readonly words: ReadonlySet<string>;
  /** What else than the plain kind of thing it says it is, such as `mobile`; sorted and joined. */
  readonly role: string;
}

/** @param leftOut words that say nothing here, such as the council's own name in that of its mobile library */
export function nameKey(name: string, leftOut: ReadonlySet<string> = new Set()): NameKey {
  // Kith's own loader adds this to tell an earlier building from the one its library moved to.
  const plain = name.replace(/\(old building[^)]*\)/, '');
  const all = plainWords(plain).filter((word) => !leftOut.has(word));
  const words = new Set(all.filter((word) => !COMMON.has(word) && ROLES[word] === undefined));
  const roles = new Set(all.flatMap((word) => ROLES[word] ?? []));
  return { whole: all.join(' '), own: [...words].join(''), words, role: [...roles].sort().join(' ') };
}

/**
 * How two names stand to each other, from most alike to least. `same`: word for word. `own`: the same but for words
 * that say what it is. `within`: one has all the words of the other and more. `spelling`: a letter or two differ.
 * `share`: some word is in both. `none`: one of them says only what it is. `different`: nothing in common.
 */
export type NameLikeness = 'same' | 'own' | 'within' | 'spelling' | 'share' | 'none' | 'different';

/** Symmetric. */
export function compareNames(a: NameKey, b: NameKey): NameLikeness {
  if (a.own === '' || b.own === '') return a.whole === b.whole && a.role !== '' ? 'same' : 'none';
  if (a.whole === b.whole) return 'same';
  if (a.own === b.own || (a.words.size === b.words.size && holds(a.words, b.words))) return 'own';
  const [few, many] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const more = [...many.words].filter((word) => !few.words.has(word));
  const apart = [...more, ...[...few.words].filter((word) => !many.words.has(word))].some(tellsApart);
  if (holds(many.words, few.words)) {
    return apart || [...few.words].every(tellsApart) ? 'share' : 'within';
  }
  if (!apart && fewSlips(a.own, b.own)) return 'spelling';
  return [...few.words].some((word) => many.words.has(word) && !tellsApart(word)) ? 'share' : 'different';
}

function holds(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return true;
}

function tellsApart(word: string): boolean {
  return APART.has(word) || /\d/.test(word) || word.length === 1;
}

/** One slip in 5 letters or more, two in 9 or more: shorter names differ by a letter and are different places. */
function fewSlips(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  const most = short >= 9 ? 2 : short >= 5 ? 1 : 0;
  const longer = a.length > b.length ? a.length - b.length : b.length - a.length;
  return most > 0 && longer <= most && slips(a, b) <= most;
}

/** Letters added, dropped or changed to make one of the other (Levenshtein). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
