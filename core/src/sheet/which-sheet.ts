import type { Meaning } from './meanings.ts';
import { understand } from './understand.ts';
import type { Cells } from './understanding.ts';
import { oneLine } from './words.ts';

/** Columns that say where something is. */
const WHERE: readonly Meaning[] = ['postcode', 'address', 'town', 'latitude', 'easting', 'coordinates'];

/** The sheet of a workbook that is likeliest to be the list. */
export interface SheetChoice {
  /** Its place among the sheets, from 0. */
  readonly at: number;
  /** In words; null where there is no other. */
  readonly why: string | null;
}

/**
 * Looks at every sheet of a workbook: the one with the most rows that name something and say where it is, or where none
 * does the one with the most rows.
 */
export function likeliestSheet(sheets: readonly Cells[]): SheetChoice {
  if (sheets.length < 2) return { at: 0, why: null };
  const counted = sheets.map((cells, at) => ({ at, places: placesIn(cells), rows: filledRows(cells) }));
  const best = counted.reduce((one, other) => {
    if (other.places !== one.places) return other.places > one.places ? other : one;
    return other.rows > one.rows ? other : one;
  });
  if (best.places === 0)
    return { at: best.at, why: 'No sheet looks like a list of places; this one has the most rows.' };
  const rivals = counted.filter(({ at, places }) => at !== best.at && places > 0).length;
  const rows = best.places === 1 ? '1 row names' : `${best.places.toLocaleString('en-GB')} rows name`;
  return {
    at: best.at,
    why:
      rivals === 0
        ? `In this sheet ${rows} a place and where it is; in no other sheet does any.`
        : `In this sheet ${rows} a place and where it is, more than in any other sheet.`,
  };
}

/** Rows under the header that name something and say where it is, as the columns are guessed. */
function placesIn(cells: Cells): number {
  const { headerRow, headerRows, columns } = understand(cells).mapping;
  const name = columns.indexOf('name');
  const where = columns.flatMap((meaning, at) => (WHERE.includes(meaning) ? [at] : []));
  if (name < 0 || where.length === 0) return 0;
  return cells
    .slice(headerRow - 1 + headerRows)
    .filter((row) => oneLine(row[name] ?? '') !== '' && where.some((at) => oneLine(row[at] ?? '') !== ''))
    .length;
}

export function filledRows(cells: Cells): number {
  return cells.filter((row) => row.some((cell) => oneLine(cell) !== '')).length;
}
