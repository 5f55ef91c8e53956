import { postcodeIn } from '../keep/contact-shapes.ts';
import { kindOfWords } from './kind-words.ts';
import { oneLine } from './words.ts';

/** A word for a building or a body of people: a name that has one on each side of an `and` may be two names. */
const VENUE =
  /\b(library|hall|hut|centre|center|church|chapel|club|cafe|café|hub|institute|rooms?|pavilion|house|school|temple|mosque|gurdwara)\b/i;

/** The names in one cell, where it may hold two venues; undefined where it holds one. */
export function twoNames(cell: string): readonly [string, string] | undefined {
  const lines = cell
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  if (lines.length === 2 && lines.every((line) => VENUE.test(line) || kindOfWords(line) !== null)) {
    return [lines[0] ?? '', lines[1] ?? ''];
  }
  const one = oneLine(cell);
  for (const between of [/\s*;\s*/, /\s+\/\s+/, /\s+(?:and also|and|&|plus)\s+/i]) {
    const parts = one.split(between);
    if (parts.length === 2 && parts.every((part) => VENUE.test(part) && part.split(' ').length >= 2)) {
      return [parts[0] ?? '', parts[1] ?? ''];
    }
  }
  return undefined;
}

/** The two postcodes of one cell; undefined where it does not hold just two. */
export function twoPostcodes(cell: string): readonly [string, string] | undefined {
  const found = [...cell.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi)].map(
    ([text]) => postcodeIn(text) ?? '',
  );
  return found.length === 2 && found[0] !== found[1] ? [found[0] ?? '', found[1] ?? ''] : undefined;
}

/** A cell's two halves, by lines, semicolons or slashes; the whole for both where it does not have two. */
export function halves(cell: string): readonly [string, string] {
  for (const between of [/\r?\n/, /;/, /\s\/\s/, /\s&\s/]) {
    const parts = cell
      .split(between)
      .map(oneLine)
      .filter((part) => part !== '');
    if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  }
  return [oneLine(cell), oneLine(cell)];
}
