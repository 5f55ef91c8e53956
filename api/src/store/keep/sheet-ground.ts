import type { RowProblem, SheetRow } from '@kith/core/sheet/understanding';
import { toDegrees, toGrid } from '../../geo/national-grid.ts';
import type { Database } from '../open.ts';
import type { Ground, Position } from './place-ground.ts';
import { groundsAt } from './sheet-spots.ts';
import { postcodesOf, villageOf, villagesOf } from './sheet-where.ts';

/** A row with where it is. */
export interface PlacedRow {
  readonly row: SheetRow;
  readonly position: Position;
  readonly ground: Ground;
}

/** Farther than this from the middle of its postcode, one of the two is wrong. Postcodes in the country are 2 km wide. */
const FAR_METRES = 5_000;

/**
 * Finds out where each row is: by its coordinates, else its postcode, else its village by name. What lies nowhere that is
 * loaded is left out, and said.
 * @param columnOf the column (from 1) and header that say something, for problems
 */
export async function placeRows(
  db: Database,
  rows: readonly SheetRow[],
  columnOf: (meaning: 'postcode' | 'town' | 'latitude' | 'name') => { column: number | null; header: string },
): Promise<{ placed: PlacedRow[]; problems: RowProblem[] }> {
  const problems: RowProblem[] = [];
  const postcodes = await postcodesOf(db, rows);
  const villages = await villagesOf(
    db,
    rows.filter((row) => row.at === null && (row.postcode === null || !postcodes.has(row.postcode))),
  );
  const spots: { row: SheetRow; position: Position; ground: Ground | null; pinned: boolean; say: Say }[] = [];
  for (const row of rows) {
    const say: Say = (meaning, value, problem, todo, weight) =>
      problems.push({ row: row.row, ...columnOf(meaning), value, problem, todo, weight });
    const pinned = pinOf(row);
    const byPostcode = row.postcode === null ? undefined : postcodes.get(row.postcode);
    if (pinned !== null && byPostcode !== undefined && metres(pinned, byPostcode.position) > FAR_METRES) {
      const far = Math.round(metres(pinned, byPostcode.position) / 1_000);
      say(
        'latitude',
        row.postcode ?? '',
        `The coordinates lie ${far} km from the postcode ${row.postcode}.`,
        'Correct the one that is wrong, or empty it.',
        'out',
      );
      continue;
    }
    const position = pinned ?? byPostcode?.position ?? villageOf(row, villages);
    if (position === null) {
      if (row.postcode !== null) {
        say(
          'postcode',
          row.postcode,
          `The postcode ${row.postcode} is not known.`,
          'Check it. New ones may be missing: write in coordinates or the village instead.',
          'out',
        );
      } else {
        say(
          'town',
          row.town ?? row.address ?? '',
          'Nothing says where it is well enough: no postcode, no coordinates, and no village that is known.',
          'Write in its postcode.',
          'out',
        );
      }
      continue;
    }
    spots.push({ row, position, ground: byPostcode?.ground ?? null, pinned: pinned !== null, say });
  }
  const open = spots.filter(({ ground }) => ground === null);
  const found = await groundsAt(
    db,
    open.map(({ position }) => position),
  );
  const grounds = new Map(open.map((spot, at) => [spot, found[at] ?? null]));
  const placed = spots.flatMap((spot): PlacedRow[] => {
    const { row, position, pinned, say } = spot;
    const ground = spot.ground ?? grounds.get(spot) ?? null;
    if (ground === null) {
      say(
        pinned ? 'latitude' : row.postcode === null ? 'town' : 'postcode',
        row.postcode ?? row.name,
        'It lies outside the maps that are loaded here.',
        'Check where it is. If that is right, leave it: it is not taken in.',
        'out',
      );
      return [];
    }
    if (position.precision === 'village' && row.postcode === null) {
      say(
        'town',
        row.town ?? row.address ?? '',
        'Only its village is known, so its pin may be far off.',
        'Nothing to do. With a postcode it is placed better.',
        'note',
      );
    }
    return [{ row, position, ground }];
  });
  return { placed, problems };
}

type Say = (
  meaning: 'postcode' | 'town' | 'latitude' | 'name',
  value: string,
  problem: string,
  todo: string,
  weight: RowProblem['weight'],
) => void;

function pinOf({ at }: SheetRow): Position | null {
  if (at === null) return null;
  const exact = { precision: 'exact', spreadMetres: 0 } as const;
  if ('lon' in at) return { ...at, ...toGrid(at.lon, at.lat), ...exact };
  const [easting, northing] = [Math.round(at.easting), Math.round(at.northing)];
  return { ...toDegrees(easting, northing), easting, northing, ...exact };
}

function metres(a: { easting: number; northing: number }, b: { easting: number; northing: number }): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}
