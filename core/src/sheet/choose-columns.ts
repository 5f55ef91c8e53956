import { guessCoordinates } from './guess-coordinates.ts';
import type { Cells, ColumnGuess, SheetMapping, Understanding } from './understanding.ts';

const SAMPLE = 400;

/** How each column is read: as it was guessed, or as somebody chose instead. */
export function columnsAsRead(guessed: readonly ColumnGuess[], { columns }: SheetMapping): ColumnGuess[] {
  return guessed.map((each, at) => {
    const meaning = columns[at] ?? 'ignore';
    return meaning === each.meaning ? each : { ...each, meaning, sure: 'certain', why: 'As you chose.' };
  });
}

/** The column that is taken for the names though nothing in the file says so: somebody has to look before rows go in. */
export function unsureName(columns: readonly ColumnGuess[]): ColumnGuess | null {
  return columns.find(({ sure, meaning }) => sure === 'unsure' && meaning === 'name') ?? null;
}

/** The guess of the coordinates of a file whose columns were chosen by hand. */
export function coordinatesOf(cells: Cells, mapping: SheetMapping): Understanding['coordinates'] {
  const start = mapping.headerRow - 1 + mapping.headerRows;
  return guessCoordinates(mapping.columns, cells.slice(start, start + SAMPLE));
}

/**
 * How a file is to be read after somebody chose. Where they said which columns are the coordinates, what the numbers are
 * is guessed anew; who chooses `none` for columns that were there before is followed.
 */
export function chosen(cells: Cells, before: SheetMapping, now: SheetMapping): SheetMapping {
  if (now.coordinates !== 'none' || before.columns.join() === now.columns.join()) return now;
  // A column chosen before the last answer was seen must not take that answer back.
  if (before.coordinates !== 'none') return { ...now, coordinates: before.coordinates };
  return numbersIn(before) === numbersIn(now)
    ? now
    : { ...now, coordinates: coordinatesOf(cells, now).system };
}

const numbersIn = ({ columns }: SheetMapping): string =>
  columns
    .flatMap((each, at) =>
      ['latitude', 'longitude', 'easting', 'northing', 'coordinates'].includes(each) ? [`${at} ${each}`] : [],
    )
    .join();
