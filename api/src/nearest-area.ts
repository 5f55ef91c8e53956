import type { HomePoint } from '@kith/core/area/area';

/** The area whose people live nearest to a point on the grid; the first in order where two tie. Null without homes. */
export function nearestArea(
  homePoints: readonly HomePoint[],
  easting: number,
  northing: number,
): string | null {
  let best: string | null = null;
  let bestSquared = Number.POSITIVE_INFINITY;
  for (const point of homePoints) {
    const east = point.easting - easting;
    const north = point.northing - northing;
    const squared = east * east + north * north;
    if (squared < bestSquared) [best, bestSquared] = [point.area, squared];
  }
  return best;
}
