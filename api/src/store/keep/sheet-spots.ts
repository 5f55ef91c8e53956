import { sql } from 'drizzle-orm';
import { area, homePoint } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { FARTHEST_METRES, type Ground, groundAt, MIDDLE_METRES, NEAR_METRES } from './place-ground.ts';

export interface Spot {
  readonly easting: number;
  readonly northing: number;
}

/** So few are asked about one by one: that is sooner done than reading all homes round them. */
const FEW = 8;
/** Homes are looked up by squares of this, metres. */
const SQUARE = 2_000;

type Home = readonly [
  easting: number,
  northing: number,
  middleEast: number,
  middleNorth: number,
  district: string,
  patch: string,
];

/** The district and map of many spots, in their order: what `groundAt` says of each, with one question for all. */
export async function groundsAt(db: Database, spots: readonly Spot[]): Promise<(Ground | null)[]> {
  if (spots.length <= FEW) {
    const grounds: (Ground | null)[] = [];
    for (const { easting, northing } of spots) grounds.push(await groundAt(db, easting, northing));
    return grounds;
  }
  const homes = await homesRound(db, spots);
  return spots.map((spot) => {
    const inMiddle = ([, , east, north]: Home) =>
      Math.abs(east - spot.easting) <= MIDDLE_METRES && Math.abs(north - spot.northing) <= MIDDLE_METRES;
    return nearest(homes, spot, NEAR_METRES, inMiddle) ?? nearest(homes, spot, FARTHEST_METRES, () => true);
  });
}

/** Every home as near to one of the spots as counts, and more, by squares. */
async function homesRound(db: Database, spots: readonly Spot[]): Promise<ReadonlyMap<string, Home[]>> {
  const [west, east] = reach(spots.map(({ easting }) => easting));
  const [south, north] = reach(spots.map(({ northing }) => northing));
  const rows = await db.all<{ homes: string }>(sql`
    select json_group_array(json_array(h.easting, h.northing, a.easting, a.northing, a.district, a.patch)) as homes
    from ${homePoint} h join ${area} a on a.code = h.area
    where h.easting between ${west} and ${east} and h.northing between ${south} and ${north}`);
  const squares = new Map<string, Home[]>();
  for (const home of JSON.parse(rows[0]?.homes ?? '[]') as Home[]) {
    const key = `${Math.floor(home[0] / SQUARE)} ${Math.floor(home[1] / SQUARE)}`;
    const list = squares.get(key);
    if (list === undefined) squares.set(key, [home]);
    else list.push(home);
  }
  return squares;
}

function reach(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low - FARTHEST_METRES, high + FARTHEST_METRES];
}

function nearest(
  homes: ReadonlyMap<string, Home[]>,
  { easting, northing }: Spot,
  within: number,
  counts: (home: Home) => boolean,
): Ground | null {
  let best: Home | null = null;
  let least = within * within;
  const [column, row, around] = [
    Math.floor(easting / SQUARE),
    Math.floor(northing / SQUARE),
    Math.ceil(within / SQUARE),
  ];
  for (let x = column - around; x <= column + around; x += 1) {
    for (let y = row - around; y <= row + around; y += 1) {
      for (const home of homes.get(`${x} ${y}`) ?? []) {
        const squared = (home[0] - easting) ** 2 + (home[1] - northing) ** 2;
        if (squared > least || (best !== null && squared === least) || !counts(home)) continue;
        [best, least] = [home, squared];
      }
    }
  }
  return best && { district: best[4], patch: best[5] };
}
