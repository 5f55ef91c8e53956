/**
 * Texts as they are looked at for spam: letters that stand in for others, hidden ones and spaced-out words are put
 * right first, so that a disguise is seen through, and seen as one.
 */

/** Cyrillic and Greek letters that look like Latin ones, and signs that are read as letters. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аɑα', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєε', 'e'],
    ['һн', 'h'],
    ['іιї', 'i'],
    ['јʝ', 'j'],
    ['кκ', 'k'],
    ['ӏ', 'l'],
    ['мμ', 'm'],
    ['пη', 'n'],
    ['оοσ', 'o'],
    ['рρ', 'p'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υ', 'u'],
    ['ѵν', 'v'],
    ['ѡω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin])),
);
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const MARKS = /\p{M}+/gu;

export interface Folded {
  /** Lower case, without accents or hidden letters, look-alikes put right, one space between words. */
  readonly text: string;
  /** The same with digits inside words read as letters (`v1agra`) and spaced-out words closed up (`c a s i n o`). */
  readonly plain: string;
  /** Words that mix alphabets to look like others. */
  readonly mixed: number;
  /** Hidden letters. */
  readonly hidden: number;
}

export function fold(given: string): Folded {
  const hidden = given.match(HIDDEN)?.length ?? 0;
  let mixed = 0;
  const words = given
    .normalize('NFKD')
    .replace(HIDDEN, '')
    .replace(MARKS, '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      if (!/[a-z]/.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return word;
      mixed += 1;
      return [...word].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
    });
  const text = words.join(' ');
  const closed = text.replace(/(?<![a-z0-9])[a-z](?:[ .*_|-][a-z]){3,}(?![a-z0-9])/g, (spaced) =>
    spaced.replace(/[ .*_|-]/g, ''),
  );
  const plain = closed.replace(/[a-z0-9@$]*[a-z][a-z0-9@$]*/g, (word) =>
    isClock(word)
      ? word
      : word.replace(/(?<=[a-z])[013457@$](?=[a-z])|^[4@$5](?=[a-z]{2})/g, (sign) => LEET[sign] ?? sign),
  );
  return { text, plain, mixed, hidden };
}

/** `10am`, `2nd`, `b12`: a number with letters, and no disguise. */
function isClock(word: string): boolean {
  return /^\d+[a-z]{1,2}$/.test(word) || /^[a-z]{1,2}\d+[a-z]{0,2}$/.test(word);
}
