import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { straightMetres } from '../reach/detour.ts';
import { buildTree, nearestInTree } from '../reach/nearest-tree.ts';
import type { SiteCandidate } from './site-candidates.ts';

/** Straight metres from each demand to the nearest place that counts now; null where there is none. */
export function nearestExisting(
  baseline: Baseline,
  added: readonly { readonly easting: number; readonly northing: number }[],
  counts: (place: number) => boolean,
  demands: Int32Array,
): Float64Array | null {
  const { places } = baseline;
  const counting = [...places.id.keys()].filter(counts);
  const easting = [
    ...counting.map((place) => places.easting[place] ?? 0),
    ...added.map((each) => each.easting),
  ];
  const northing = [
    ...counting.map((place) => places.northing[place] ?? 0),
    ...added.map((each) => each.northing),
  ];
  if (easting.length === 0) return null;
  const tree = buildTree([...easting.keys()], easting, northing);
  const homes = homeArrays(baseline);
  const place = new Int32Array(demands.length);
  const squares = new Float64Array(demands.length);
  demands.forEach((point, row) => {
    nearestInTree(tree, homes.easting[point] ?? 0, homes.northing[point] ?? 0, 1, place, squares, row);
  });
  return squares.map(Math.sqrt);
}

/**
 * The walk from each demand to each candidate, demand by demand, and last to the nearest existing place where some are
 * kept: straight metres times the middle detour factor of the demand's area.
 */
export function costTable(
  baseline: Baseline,
  demands: Int32Array,
  candidates: readonly SiteCandidate[],
  existing: Float64Array | null,
): Float64Array {
  const homes = homeArrays(baseline);
  const detour = detours(baseline).middle;
  const columns = candidates.length + (existing ? 1 : 0);
  const table = new Float64Array(demands.length * columns);
  demands.forEach((point, row) => {
    const factor = detour[homes.area[point] ?? 0] ?? 0;
    const [east, north] = [homes.easting[point] ?? 0, homes.northing[point] ?? 0];
    for (let column = 0; column < candidates.length; column++) {
      const { easting, northing } = candidates[column] as SiteCandidate;
      table[row * columns + column] = straightMetres(east, north, easting, northing) * factor;
    }
    if (existing) table[row * columns + candidates.length] = (existing[row] ?? 0) * factor;
  });
  return table;
}

/** The rows of a table with a cost within the limit. */
export function reachedRows(table: Float64Array, columns: number, limit: number): number[] {
  const rows = table.length / columns;
  return Array.from({ length: rows }, (_, row) => row).filter((row) =>
    table.subarray(row * columns, (row + 1) * columns).some((cost) => cost <= limit),
  );
}

/** Some rows of a table. */
export function pickRows(table: Float64Array, columns: number, rows: readonly number[]): Float64Array {
  const picked = new Float64Array(rows.length * columns);
  rows.forEach((row, place) => {
    picked.set(table.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return picked;
}
