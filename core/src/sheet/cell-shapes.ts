import { postcodeOf } from '../keep/contact-shapes.ts';
import { kindOfWords } from './kind-words.ts';
import type { Meaning } from './meanings.ts';
import { oneLine } from './words.ts';

/** A postcode that stands alone in a cell, spaced or not. */
export function isPostcode(text: string): boolean {
  return postcodeOf(text) !== null;
}

/** A number of degrees or metres as files write it: `453,000`, `52.63°`, `-1.13 W`. Null where it is none. */
export function numberIn(text: string): number | null {
  const bare = oneLine(text)
    .replace(/[°\u00ba]/g, '')
    .replace(/^([-+]?\d{1,3})(,\d{3})+(\.\d+)?$/, (all) => all.replaceAll(',', ''));
  const found = /^([-+]?\d{1,7}(?:\.\d{1,15})?)\s*([NSEW])?$/i.exec(
    bare.replace(/^(\d+),(\d{3,})$/, '$1.$2'),
  );
  if (found === null) return null;
  const value = Number(found[1]);
  return /[SW]/i.test(found[2] ?? '') ? (value > 0 ? -value : value) : value;
}

/** Degrees between which Great Britain lies. */
export const isLatitude = (value: number): boolean => value >= 49.8 && value <= 61;
export const isLongitude = (value: number): boolean => value >= -8.7 && value <= 1.9;
/** Metres of the National Grid that are land of Great Britain. */
export const isEasting = (value: number): boolean => value >= 80_000 && value <= 660_000;
export const isNorthing = (value: number): boolean => value >= 5_000 && value <= 1_220_000;

/** Two numbers in one cell: `52.63, -1.13`, `POINT(-1.13 52.63)`, `453000 299000`. */
export function pairIn(text: string): readonly [number, number] | null {
  const bare = oneLine(text)
    .replace(/^POINT\s*Z?\s*/i, '')
    .replace(/[()[\]]/g, ' ')
    .trim();
  const found = /^([^\s,;/]+)\s*[,;/\s]\s*([^\s,;/]+)$/.exec(bare);
  if (found === null) return null;
  const [one, other] = [numberIn(found[1] ?? ''), numberIn(found[2] ?? '')];
  return one === null || other === null ? null : [one, other];
}

const TIME =
  /\b\d{1,2}([:.]\d{2})?\s*(am|pm|noon)?\s*(-|–|to|until|till)\s*\d{1,2}([:.]\d{2})?\s*(am|pm|noon)?\b/i;
const DAY = /\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(s|day|days|sday|nesday|rsday|urday)?\b/i;

const SHAPES: readonly (readonly [Meaning, (text: string) => boolean])[] = [
  ['postcode', isPostcode],
  ['email', (text) => /^\S+@\S+\.\S+$/.test(text)],
  ['website', (text) => /^(https?:\/\/|www\.)\S+$/i.test(text)],
  ['phone', (text) => /^(\+44|0|\(0)[\d\s()+-]{8,16}(\/.*)?$/.test(text) || /^[127]\d{9}$/.test(text)],
  ['coordinates', (text) => pairIn(text) !== null && !/^\d{2}[\s,;/]\d{2}$/.test(text)],
  ['when', (text) => DAY.test(text) && TIME.test(text)],
];

/**
 * What most cells of a column look like, and how many of those that say something. A column of numbers is told apart
 * by its pair, later.
 */
export function shapeOf(cells: readonly string[]): { meaning: Meaning; share: number } | undefined {
  const said = cells
    .map(oneLine)
    .filter((text) => text !== '')
    .slice(0, 300);
  if (said.length === 0) return undefined;
  for (const [meaning, fits] of SHAPES) {
    const share = said.filter(fits).length / said.length;
    if (share >= 0.6) return { meaning, share };
  }
  const numbers = said.map(numberIn).filter((value) => value !== null);
  if (numbers.length / said.length >= 0.8) {
    for (const [meaning, fits] of NUMBERS) {
      const share = numbers.filter(fits).length / numbers.length;
      if (share >= 0.8) return { meaning, share };
    }
  }
  const kinds = said.filter((text) => text.length <= 40 && kindOfWords(text) !== null).length / said.length;
  const repeated = new Set(said.map((text) => text.toLowerCase())).size <= said.length / 2;
  return kinds >= 0.6 && repeated ? { meaning: 'kind', share: kinds } : undefined;
}

const NUMBERS: readonly (readonly [Meaning, (value: number) => boolean])[] = [
  ['latitude', (value) => isLatitude(value) && !Number.isInteger(value)],
  ['longitude', (value) => isLongitude(value) && !Number.isInteger(value)],
];
