import { numberIn } from '@kith/core/sheet/cell-shapes';
import type { Meaning } from '@kith/core/sheet/meanings';
import type { RowCells } from '@kith/core/sheet/read-cells';
import { coordinateMeanings } from '@kith/core/sheet/read-position';
import type { RowProblem, SheetRow } from '@kith/core/sheet/understanding';
import { toDegrees, toGrid } from '../../geo/national-grid.ts';
import type { Database } from '../open.ts';
import type { Ground, Position } from './place-ground.ts';
import { type CellsOf, problemAt } from './sheet-columns.ts';
import { groundsAt, type Spot } from './sheet-spots.ts';
import { type PostcodeSpot, postcodesOf, villageOf, villagesOf } from './sheet-where.ts';

/** A row with where it is. */
export interface PlacedRow {
  readonly row: SheetRow;
  readonly position: Position;
  readonly ground: Ground;
  /** The part of a postcode, or the village, in whose middle it is put, where nothing says it nearer. */
  readonly middleOf: string | null;
}

/** A row with where it says it is, before it is known whether that is on a map. */
interface Spotted extends Pick<PlacedRow, 'row' | 'position' | 'middleOf'> {
  /** What said so. */
  readonly by: 'pin' | 'postcode' | 'town';
  readonly known: Ground | null;
}

/** Farther than this from the middle of its postcode, one of the two is wrong. Postcodes in the country are 2 km wide. */
const FAR_METRES = 5_000;

/**
 * Finds out where each row is: by its coordinates, else its postcode, else its village by name. What lies nowhere that is
 * loaded is left out, and said.
 */
export async function placeRows(
  db: Database,
  rows: readonly SheetRow[],
  cellsOf: CellsOf,
): Promise<{ placed: PlacedRow[]; problems: RowProblem[] }> {
  const problems: RowProblem[] = [];
  const postcodes = await postcodesOf(db, rows);
  const villages = await villagesOf(
    db,
    rows.filter((row) => row.at === null && (row.postcode === null || !postcodes.has(row.postcode))),
  );
  const spots = rows.flatMap((row): Spotted[] => {
    const pinned = pinOf(row);
    const byPostcode = row.postcode === null ? undefined : postcodes.get(row.postcode);
    if (pinned !== null) {
      const { position } = byPostcode ?? {};
      if (position === undefined || metres(pinned, position) <= FAR_METRES)
        return [{ row, position: pinned, by: 'pin', middleOf: null, known: byPostcode?.ground ?? null }];
      problems.push(farApart(cellsOf(row.row), row, pinned, position));
      return [];
    }
    if (byPostcode !== undefined) {
      const { position, ground, sector } = byPostcode;
      return [{ row, position, by: 'postcode', middleOf: sector, known: ground }];
    }
    const village = villageOf(row, villages);
    if (village === null) {
      problems.push(nowhere(cellsOf(row.row), row));
      return [];
    }
    return [{ row, position: village.position, by: 'town', middleOf: village.name, known: null }];
  });
  const open = spots.filter(({ known }) => known === null);
  const found = await groundsAt(
    db,
    open.map(({ position }) => position),
  );
  const grounds = new Map(open.map((spot, at) => [spot, found[at] ?? null]));
  const outside: Spotted[] = [];
  const placed = spots.flatMap((spot): PlacedRow[] => {
    const { row, position, middleOf } = spot;
    const ground = spot.known ?? grounds.get(spot) ?? null;
    if (ground !== null) return [{ row, position, ground, middleOf }];
    outside.push(spot);
    return [];
  });
  problems.push(...(await offTheMaps(db, outside, cellsOf)));
  return { placed, problems };
}

function pinOf({ at }: SheetRow): Position | null {
  if (at === null) return null;
  const exact = { precision: 'exact', spreadMetres: 0 } as const;
  if ('lon' in at) return { ...at, ...toGrid(at.lon, at.lat), ...exact };
  const [easting, northing] = [Math.round(at.easting), Math.round(at.northing)];
  return { ...toDegrees(easting, northing), easting, northing, ...exact };
}

function metres(a: Spot, b: Spot): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}

/** Where one of the two numbers agrees with the postcode the other is wrong; else any of the three may be. */
function farApart(
  cells: RowCells,
  { at, postcode }: SheetRow,
  pinned: Spot,
  position: PostcodeSpot['position'],
): RowProblem {
  const far = `The coordinates lie ${Math.round(metres(pinned, position) / 1_000)} km from the postcode ${postcode}.`;
  const [east, north] = [
    Math.abs(pinned.easting - position.easting) > FAR_METRES,
    Math.abs(pinned.northing - position.northing) > FAR_METRES,
  ];
  const pair = coordinateMeanings(cells);
  const wrong = east === north ? undefined : columnWith(cells, pair, at, east);
  return wrong === undefined
    ? problemAt(cells, [...pair, 'postcode'], far, 'Correct what is wrong, or empty the coordinates.', 'out')
    : problemAt(
        cells,
        wrong,
        far,
        'This one of the two numbers does not fit. Correct it, or empty it.',
        'out',
      );
}

/** The column that holds how far east, or north, a row says it is: they may be the wrong way round. */
function columnWith(
  cells: RowCells,
  pair: readonly Meaning[],
  at: SheetRow['at'],
  east: boolean,
): Meaning | undefined {
  if (at === null || pair.length < 2) return undefined;
  const [x, y] = 'lon' in at ? [at.lon, at.lat] : [at.easting, at.northing];
  return pair.find((meaning) => numberIn(cells.one(meaning)) === (east ? x : y));
}

function nowhere(cells: RowCells, { postcode }: SheetRow): RowProblem {
  return postcode === null
    ? problemAt(
        cells,
        'town',
        'Nothing says where it is well enough: no postcode, no coordinates, and no village that is known.',
        'Write in its postcode.',
        'out',
      )
    : problemAt(
        cells,
        'postcode',
        `The postcode ${postcode} is not known.`,
        'Check it. New ones may be missing: write in coordinates or the village instead.',
        'out',
      );
}

/** What lies on none of the maps. Of metres typed the wrong way round the other way round does. */
async function offTheMaps(
  db: Database,
  outside: readonly Spotted[],
  cellsOf: CellsOf,
): Promise<RowProblem[]> {
  const turned = await groundsAt(
    db,
    outside.map(({ position: { easting, northing } }) => ({ easting: northing, northing: easting })),
  );
  return outside.map(({ row, by }, at) => {
    const cells = cellsOf(row.row);
    const about = by === 'pin' ? coordinateMeanings(cells) : by;
    const swapped = row.at !== null && 'easting' in row.at && turned[at] !== null;
    return swapped
      ? problemAt(
          cells,
          about,
          'It lies outside the maps that are loaded here. The easting and the northing seem to be swapped.',
          'Put each in the place of the other.',
          'out',
        )
      : problemAt(
          cells,
          about,
          'It lies outside the maps that are loaded here.',
          'Check where it is. If that is right, leave it: it is not taken in.',
          'out',
        );
  });
}
