import { guessCoordinates } from './guess-coordinates.ts';
import type { Cells, SheetMapping, Understanding } from './understanding.ts';

const SAMPLE = 400;

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
