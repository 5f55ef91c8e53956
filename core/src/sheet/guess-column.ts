import { shapeOf } from './cell-shapes.ts';
import { meaningOfHeader } from './header-words.ts';
import { DAY_MEANINGS, type Meaning, meaningLabel } from './meanings.ts';
import type { Guess } from './understanding.ts';
import { oneLine, plain } from './words.ts';

/**
 * What a column holds, by the words of its header and by the look of its cells.
 * @param own the words of the lower row of a header of two rows: the upper may name a group of columns
 */
export function guessColumn(
  header: string,
  cells: readonly string[],
  own = header,
): Guess & { meaning: Meaning } {
  const { words, meaning: said } = wordsOf(plain(header), plain(own));
  // A house number is short: a column of long bare numbers is no address, whatever group of columns it stands in.
  const byWords = said === 'address' && isNumbers(cells) ? undefined : said;
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

/** The lower row decides where its words say enough by themselves; `Name` and `From` need the group they stand in. */
function wordsOf(whole: string, own: string): { words: string; meaning: Meaning | undefined } {
  const group = whole === own ? '' : whole.slice(0, -own.length).trim();
  const day = DAY_MEANINGS.some((each) => each === meaningOfHeader(group));
  const alone = own === '' || group === '' || day || NEEDS_GROUP.test(own) ? undefined : meaningOfHeader(own);
  if (alone !== undefined) return { words: own, meaning: alone };
  return { words: whole, meaning: whole === '' ? undefined : meaningOfHeader(whole) };
}
const NEEDS_GROUP =
  /^(name|number|no|id|ref|reference|date|details?|title|from|to|open|close[sd]?|start|end|\d+)$/;

function isNumbers(cells: readonly string[]): boolean {
  const said = cells.map(oneLine).filter((cell) => cell !== '');
  return (
    said.length > 0 &&
    said.filter((cell) => /^-?\d{5,}(\.\d+)?$|^-?\d+\.\d+$/.test(cell)).length >= 0.8 * said.length
  );
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
