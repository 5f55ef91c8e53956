import type { Baseline } from './baseline.ts';
import { isWithin, straightMetres } from './detour.ts';
import type { NearestLists } from './nearest.ts';

const NONE_CLOSED: ReadonlySet<number> = new Set();

/**
 * Straight metres from a home point to the nearest spot where an approximate place may stand: its marked
 * position less its spread. Below 0 where the home point lies inside the spread.
 */
export function nearestItMayStand(baseline: Baseline, homePoint: number, place: number): number {
  const { homePoints, places } = baseline;
  const straight = straightMetres(
    homePoints.easting[homePoint] ?? 0,
    homePoints.northing[homePoint] ?? 0,
    places.easting[place] ?? 0,
    places.northing[place] ?? 0,
  );
  return straight - (places.spreadMetres[place] ?? 0);
}

/** Whether any open approximate place may lie within the limit of a home point (method 2, `perhaps`). */
export function isPerhapsWithin(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  detour: number,
  limitMetres: number,
  closed: ReadonlySet<number> = NONE_CLOSED,
): boolean {
  for (const place of lists.approximate) {
    if (closed.has(place)) continue;
    if (isWithin(nearestItMayStand(baseline, homePoint, place), detour, limitMetres)) return true;
  }
  return false;
}
