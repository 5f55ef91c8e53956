import type { Baseline } from '../reach/baseline.ts';
import { homeArrays, homeTree } from '../reach/columns.ts';
import { straightMetres } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { type NearestChanges, nearestChanges } from '../reach/nearest-changes.ts';
import { visitWithin } from '../reach/nearest-tree.ts';
import { DETOUR } from '../reach/walk.ts';
import type { Applied } from './apply-cuts.ts';
import { CURVE_MOST } from './curve.ts';
import { NumberedRows } from './numbered-rows.ts';

/** Home points whose nearest place is another one after the cuts, with it. */
export interface PointChanges extends NearestChanges {
  /** The row of a home point; -1 where its nearest place stays. */
  readonly rowOf: (homePoint: number) => number;
}

const LEAST_DETOUR = Math.min(DETOUR.urban.low, DETOUR.rural.low);
const rowsByHomes = new WeakMap<Baseline['homePoints'], NumberedRows>();

/**
 * What the cuts do to the nearest place of each home point. Closures: only home points whose nearest place goes. New
 * places: those, and home points that come to have it nearest as far off as a report looks.
 */
export function pointChanges(
  baseline: Baseline,
  lists: NearestLists,
  { gone, added }: Applied,
  limitMetres: number,
): PointChanges {
  const closed = nearestChanges(baseline, lists, gone);
  const rows = rowsFor(baseline);
  for (const point of closed.homePoint) rows.add(point);
  const rowOf = (point: number) => rows.rowOf(point);
  if (added.length === 0) return { ...closed, rowOf };

  const { easting, northing } = homeArrays(baseline);
  const fromClosures = closed.homePoint.length;
  const points = [...closed.homePoint];
  const places = [...closed.place];
  const metres = [...closed.straight];
  const far = Math.max(limitMetres, CURVE_MOST) / LEAST_DETOUR + 1;
  for (const site of added) {
    for (let row = 0; row < fromClosures; row++) {
      const point = points[row] ?? 0;
      const straight = straightMetres(easting[point] ?? 0, northing[point] ?? 0, site.easting, site.northing);
      if ((places[row] ?? -1) >= 0 && straight >= (metres[row] ?? 0)) continue;
      places[row] = site.number;
      metres[row] = straight;
    }
    visitWithin(homeTree(baseline), site.easting, site.northing, far, (point, square) => {
      const known = rows.rowOf(point);
      if (known >= 0 && known < fromClosures) return false;
      const straight = Math.sqrt(square);
      const slot = point * lists.k;
      const hasAny = known >= 0 || (lists.place[slot] ?? -1) >= 0;
      const now = known >= 0 ? metres[known] : lists.straight[slot];
      if (hasAny && straight >= (now ?? 0)) return false;
      const row = rows.add(point);
      points[row] = point;
      places[row] = site.number;
      metres[row] = straight;
      return false;
    });
  }
  return {
    homePoint: Int32Array.from(points),
    place: Int32Array.from(places),
    straight: Float64Array.from(metres),
    rowOf,
  };
}

function rowsFor({ homePoints }: Baseline): NumberedRows {
  const known = rowsByHomes.get(homePoints);
  if (known !== undefined) return known.start();
  const made = new NumberedRows(homePoints.area.length);
  rowsByHomes.set(homePoints, made);
  return made.start();
}
