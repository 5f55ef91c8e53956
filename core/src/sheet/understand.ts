import { isEasting, isLatitude, isLongitude, isNorthing, numberIn, pairIn, shapeOf } from './cell-shapes.ts';
import { guessDates } from './dates.ts';
import { findHeader, headerWords } from './header-row.ts';
import { meaningOfHeader } from './header-words.ts';
import { kindOfWords } from './kind-words.ts';
import { type CoordinateSystem, MAY_REPEAT, type Meaning, meaningLabel } from './meanings.ts';
import {
  type Cells,
  type ColumnGuess,
  columnLetter,
  type Guess,
  type SheetMapping,
  type Understanding,
} from './understanding.ts';
import { oneLine, plain } from './words.ts';

const EXAMPLES = 3;
const SAMPLE = 400;

/**
 * Guesses how a file is to be read, each guess with how sure it is and why. Pure: the same cells, the same guess.
 * @param remembered how the last file of this sender with the same header was read: it is followed where it fits
 */
export function understand(cells: Cells, remembered?: SheetMapping): Understanding {
  const found = findHeader(cells);
  const start = found.row - 1 + found.rows;
  const body = cells.slice(start, start + SAMPLE);
  const width = found.words.length;
  const columns: ColumnGuess[] = [];
  const follow = remembered !== undefined && remembered.columns.length === width;
  for (let at = 0; at < width; at += 1) {
    const cellsOf = body.map((row) => row[at] ?? '');
    const header = found.words[at] ?? '';
    const guess = follow
      ? {
          meaning: remembered.columns[at] ?? 'ignore',
          sure: 'certain' as const,
          why: 'As you chose for your last file with these headers.',
        }
      : guessColumn(header, cellsOf);
    columns.push({
      column: at + 1,
      letter: columnLetter(at + 1),
      header,
      ...guess,
      examples: [...new Set(cellsOf.map(oneLine).filter((cell) => cell !== ''))].slice(0, EXAMPLES),
    });
  }
  const settled = follow ? columns : settle(columns, body);
  const meanings = settled.map((each) => each.meaning);
  const coordinates = guessCoordinates(meanings, body);
  const dates = guessDates(
    body.flatMap((row) => row.filter((_, at) => meanings[at] === 'checked' || meanings[at] === 'closed')),
  );
  const kind = guessKind(meanings, body, cells.slice(0, start));
  return {
    header: { sure: found.sure, why: found.why },
    columns: settled,
    coordinates: follow
      ? { system: remembered.coordinates, sure: 'certain', why: 'As in your last file.' }
      : coordinates,
    dates:
      follow && dates.sure === 'unsure'
        ? { order: remembered.dates, sure: 'likely', why: 'As in your last file.' }
        : dates,
    kind: follow ? { kind: remembered.kind, sure: 'certain', why: 'As in your last file.' } : kind,
    mapping: {
      headerRow: found.row,
      headerRows: found.rows,
      columns: meanings,
      coordinates: follow ? remembered.coordinates : coordinates.system,
      dates: follow && dates.sure === 'unsure' ? remembered.dates : dates.order,
      kind: follow ? remembered.kind : kind.kind,
      split: {},
      same: {},
    },
  };
}

function guessColumn(header: string, cells: readonly string[]): Guess & { meaning: Meaning } {
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

/** One column for each meaning that only one can have: the surest, then the first. Fills in a name where none is headed. */
function settle(columns: readonly ColumnGuess[], body: Cells): ColumnGuess[] {
  const rank = { certain: 0, likely: 1, unsure: 2 };
  const taken = new Map<Meaning, ColumnGuess>();
  for (const each of columns) {
    if (MAY_REPEAT.has(each.meaning)) continue;
    const other = taken.get(each.meaning);
    if (other === undefined || rank[each.sure] < rank[other.sure]) taken.set(each.meaning, each);
  }
  const settled = columns.map((each): ColumnGuess => {
    const first = taken.get(each.meaning);
    if (first === undefined || first === each) return each;
    const instead: Meaning = each.meaning === 'town' || each.meaning === 'name' ? 'address' : 'ignore';
    return { ...each, meaning: instead, sure: 'likely', why: `Column ${first.letter} holds that already.` };
  });
  if (settled.some((each) => each.meaning === 'name')) return settled;
  const likely = settled.find((each, at) => {
    if (each.meaning !== 'ignore' && each.meaning !== 'operator') return false;
    const said = body.map((row) => oneLine(row[at] ?? '')).filter((cell) => cell !== '');
    const wordy = said.filter((cell) => /\p{L}{3}/u.test(cell) && cell.length <= 80).length;
    return said.length > 0 && wordy >= 0.8 * said.length && new Set(said).size >= 0.7 * said.length;
  });
  if (likely === undefined) return settled;
  return settled.map((each) =>
    each === likely
      ? {
          ...each,
          meaning: 'name',
          sure: 'unsure',
          why: 'No column is headed as the name; the words of this one differ from row to row.',
        }
      : each,
  );
}

function guessCoordinates(meanings: readonly Meaning[], body: Cells): Guess & { system: CoordinateSystem } {
  const pairs: (readonly [number, number])[] = [];
  const at = (meaning: Meaning) => meanings.indexOf(meaning);
  const two =
    at('latitude') >= 0 && at('longitude') >= 0
      ? [at('latitude'), at('longitude')]
      : at('easting') >= 0 && at('northing') >= 0
        ? [at('easting'), at('northing')]
        : null;
  for (const row of body) {
    if (two !== null) {
      const [one, other] = [numberIn(row[two[0] ?? 0] ?? ''), numberIn(row[two[1] ?? 0] ?? '')];
      if (one !== null && other !== null && (one !== 0 || other !== 0)) pairs.push([one, other]);
    } else if (at('coordinates') >= 0) {
      const pair = pairIn(row[at('coordinates')] ?? '');
      if (pair !== null) pairs.push(pair);
    }
  }
  if (pairs.length === 0)
    return {
      system: 'none',
      sure: 'certain',
      why: 'No column holds coordinates: postcodes and villages say where.',
    };
  const share = (fits: (one: number, other: number) => boolean) =>
    pairs.filter(([one, other]) => fits(one, other)).length / pairs.length;
  const found: readonly (readonly [CoordinateSystem, number, string])[] = [
    [
      'degrees',
      share((one, other) => isLatitude(one) && isLongitude(other)),
      'They are degrees in Great Britain, latitude first.',
    ],
    [
      'swapped',
      share((one, other) => isLatitude(other) && isLongitude(one)),
      'Read as headed they would lie in the sea off Africa; the other way round they lie in Great Britain.',
    ],
    [
      'grid',
      share((one, other) => isEasting(one) && isNorthing(other)),
      'They are metres of the British National Grid.',
    ],
    [
      'grid-swapped',
      share((one, other) => isEasting(other) && isNorthing(one) && !isNorthing(other)),
      'Read as headed they would lie in the sea; the other way round they lie in Great Britain.',
    ],
  ];
  const best = found.reduce((one, other) => (other[1] > one[1] ? other : one));
  if (best[1] < 0.5)
    return { system: 'none', sure: 'unsure', why: 'The numbers are not coordinates in Great Britain.' };
  const [system, sure, why] = best;
  const inGrid = system === 'degrees' || system === 'grid' || two !== null;
  const words =
    system === 'swapped' && two === null ? 'They are degrees in Great Britain, longitude first.' : why;
  return { system, sure: sure >= 0.95 && inGrid ? 'certain' : 'likely', why: words };
}

/** What rows are that do not say: what the title says, or most of their names. */
function guessKind(meanings: readonly Meaning[], body: Cells, above: Cells): Understanding['kind'] {
  const column = meanings.indexOf('kind');
  const name = meanings.indexOf('name');
  const title =
    above
      .flat()
      .map((cell) => kindOfWords(cell))
      .find((kind) => kind !== null) ?? null;
  const known = body.filter(
    (row) => (kindOfWords(row[column] ?? '') ?? kindOfWords(row[name] ?? '')) !== null,
  ).length;
  if (body.length > 0 && known === body.length)
    return {
      kind: title,
      sure: 'certain',
      why: column >= 0 ? 'A column says what each is.' : 'The names say what each is.',
    };
  if (title !== null)
    return {
      kind: title,
      sure: 'likely',
      why: 'The words above the columns say so; rows that say otherwise are what they say.',
    };
  return {
    kind: null,
    sure: 'unsure',
    why:
      known === 0
        ? 'Nothing says what these places are. Choose one for all that do not say.'
        : `${body.length - known} of ${body.length} rows do not say what they are. Choose one for those.`,
  };
}

/** The words of a header row as they are remembered: folded, in order. */
export function headerKey(
  cells: Cells,
  mapping: Pick<SheetMapping, 'headerRow' | 'headerRows' | 'columns'>,
): string {
  return headerWords(cells, mapping.headerRow - 1, mapping.headerRows, mapping.columns.length)
    .map(plain)
    .join('|');
}
