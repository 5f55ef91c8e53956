import type { HomeColumns } from './home-columns.ts';

/** Who lives nearest to a point: the area, as a place in the order of the areas, and how far in a straight line. */
export interface NearestHome {
  readonly area: number;
  readonly metres: number;
}

/**
 * The area whose people live nearest to a point on the grid; the first where two tie. Null without homes. Looks at
 * every home point: half a millisecond for all of England.
 */
export function nearestHome(homes: HomeColumns, easting: number, northing: number): NearestHome | null {
  let best: number | null = null;
  let bestSquared = Number.POSITIVE_INFINITY;
  for (let point = 0; point < homes.area.length; point++) {
    const east = (homes.easting[point] ?? 0) - easting;
    const north = (homes.northing[point] ?? 0) - northing;
    const squared = east * east + north * north;
    if (squared < bestSquared) [best, bestSquared] = [homes.area[point] ?? null, squared];
  }
  return best === null ? null : { area: best, metres: Math.sqrt(bestSquared) };
}
