/** What lists shorten, and how it is written out. `st` is left: at the front it is a saint, at the end a street. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ave: 'avenue',
  cen: 'centre',
  center: 'centre',
  cent: 'centre',
  childrens: 'children',
  cl: 'close',
  comm: 'community',
  cres: 'crescent',
  ctr: 'centre',
  dr: 'drive',
  gdns: 'gardens',
  grn: 'green',
  gr: 'grove',
  hse: 'house',
  info: 'information',
  la: 'lane',
  lib: 'library',
  libraries: 'library',
  ln: 'lane',
  mem: 'memorial',
  mt: 'mount',
  pk: 'park',
  pl: 'place',
  rd: 'road',
  saint: 'st',
  sq: 'square',
  str: 'street',
  terr: 'terrace',
};

/**
 * Words in small letters without accents, apostrophes and punctuation, written out where they are shortened;
 * `and` is left out, so that `A & B` and `A and B` are the same. Empty for a text without letters or digits.
 */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')
    .map((word) => WRITTEN_OUT[word] ?? word);
}
