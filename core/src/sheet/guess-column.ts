import { shapeOf } from './cell-shapes.ts';
import { meaningOfHeader } from './header-words.ts';
import { type Meaning, meaningLabel } from './meanings.ts';
import type { Guess } from './understanding.ts';
import { oneLine, plain } from './words.ts';

/** What a column holds, by the words of its header and by the look of its cells. */
export function guessColumn(header: string, cells: readonly string[]): Guess & { meaning: Meaning } {
  const words = plain(header);
  const byWords = words === '' ? undefined : meaningOfHeader(words);
  const shape = shapeOf(cells);
  const empty = cells.every((cell) => oneLine(cell) === '');
  if (empty) return { meaning: byWords ?? 'ignore', sure: 'certain', why: 'All cells are empty.' };
  if (
    byWords !== undefined &&
    shape !== undefined &&
    byWords !== shape.meaning &&
    STRONG.has(shape.meaning) &&
    !agrees(byWords, shape.meaning)
  ) {
    return {
      meaning: shape.meaning,
      sure: 'likely',
      why: `It is headed "${header}", but its cells look like: ${meaningLabel(shape.meaning)}.`,
    };
  }
  if (byWords !== undefined) {
    const both = shape?.meaning === byWords;
    return {
      meaning: byWords,
      sure: both || EXACT.test(words) ? 'certain' : 'likely',
      why: `It is headed "${header}"${both ? ', and its cells look like it' : ''}.`,
    };
  }
  if (shape !== undefined) {
    return {
      meaning: shape.meaning,
      sure: shape.share >= 0.9 ? 'likely' : 'unsure',
      why: `Its cells look like: ${meaningLabel(shape.meaning)}.`,
    };
  }
  return {
    meaning: 'ignore',
    sure: 'unsure',
    why:
      words === ''
        ? 'It has no header, and its cells do not say.'
        : `"${header}" is not a header known here. Choose what it holds.`,
  };
}

/** Shapes that tell more than a header: a column of postcodes is one whatever it is headed. */
const STRONG: ReadonlySet<Meaning> = new Set(['postcode', 'email', 'website', 'coordinates']);
/** A lat and a lon may each look like the other, and a place's page may be given in its notes. */
const agrees = (words: Meaning, shape: Meaning): boolean =>
  words === 'notes' ||
  words === 'address' ||
  (shape === 'website' && words === 'email') ||
  words === 'ignore';
const EXACT =
  /^(name|venue|venue name|library name|postcode|post code|address|phone|telephone|email|e mail|website|uprn|latitude|longitude|easting|northing|eastings|northings|type|kind|notes|(mon|tues|wednes|thurs|fri|satur|sun)day.*|address (line )?\d|town|opening (times|hours))$/;
