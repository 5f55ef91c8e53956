import { codePoint } from '../code-point.ts';
import type { PartTally } from '../run/tally.ts';
import type { Geography } from './geography.ts';
import { PostcodeCollector, type PostcodeTable } from './postcode-table.ts';
import { demand, type FilesBySource, filesOf } from './source-files.ts';

const ENGLAND = 'E92000001';

/** Postcodes with the area each lies in: its place in the areas of the geography, or -1. */
export interface PlacedPostcodes extends PostcodeTable {
  readonly area: Int32Array;
}

/** Every postcode of Great Britain that has a position, read in one pass. */
export async function readPostcodes(files: FilesBySource, tally: PartTally): Promise<PostcodeTable> {
  demand(files, codePoint);
  const collector = new PostcodeCollector();
  for await (const batch of tally.rows(codePoint, filesOf(files, codePoint))) {
    for (const row of batch) collector.add(row);
  }
  return collector.table();
}

/**
 * Finds the area of each postcode of England, off the shore the nearest within 300 m. Postcodes of Wales and
 * Scotland lie in none, though boundaries drawn with few points may show them across the border.
 */
export function placePostcodes(table: PostcodeTable, { index }: Geography): PlacedPostcodes {
  const area = new Int32Array(table.length).fill(-1);
  const english = table.countries.indexOf(ENGLAND);
  const { easting, northing, country } = table;
  for (let at = 0; at < table.length; at += 1) {
    if (country[at] === english) area[at] = index.atOrByShore(easting[at] as number, northing[at] as number);
  }
  return { ...table, area };
}

export interface PostcodeToLoad {
  readonly folded: string;
  readonly easting: number;
  readonly northing: number;
  /** The area it lies in, where that is wanted. */
  readonly area: string | null;
}

/** West, south, east, north in metres of the National Grid. */
export type GridBox = readonly [number, number, number, number];

/** Postcodes as they are stored, in batches and in order; within a box where one is given. */
export function* postcodeBatches(
  placed: PlacedPostcodes,
  { areas }: Geography,
  isLoaded: (districtCode: string) => boolean,
  within?: GridBox,
): Generator<readonly PostcodeToLoad[]> {
  const [west, south, east, north] = within ?? [-Infinity, -Infinity, Infinity, Infinity];
  const codes = areas.map(({ code, districtCode }) => (isLoaded(districtCode) ? code : null));
  let batch: PostcodeToLoad[] = [];
  for (let at = 0; at < placed.length; at += 1) {
    const [easting, northing] = [placed.easting[at] as number, placed.northing[at] as number];
    if (easting < west || easting > east || northing < south || northing > north) continue;
    const area = codes[placed.area[at] as number] ?? null;
    batch.push({ folded: placed.folded(at), easting, northing, area });
    if (batch.length === 2000) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The box of the home points of areas, widened by some metres. */
export function boxAround(
  points: readonly { readonly easting: number; readonly northing: number }[],
  metres: number,
): GridBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { easting, northing } of points) {
    west = Math.min(west, easting);
    east = Math.max(east, easting);
    south = Math.min(south, northing);
    north = Math.max(north, northing);
  }
  return [west - metres, south - metres, east + metres, north + metres];
}
