import type { Baseline } from './baseline.ts';
import { homeArrays } from './columns.ts';
import { isWithin } from './detour.ts';
import type { NearestLists } from './nearest.ts';
import { buildTree, type Gone, nearestInTree, type PointTree } from './nearest-tree.ts';

/** Places that answer `perhaps`, those with one spread together: of them only the nearest has to be looked at. */
interface MaybeTree {
  readonly spreadMetres: number;
  readonly tree: PointTree;
}
const remembered = new WeakMap<NearestLists, readonly MaybeTree[]>();

function maybeTrees({ places }: Baseline, lists: NearestLists): readonly MaybeTree[] {
  const known = remembered.get(lists);
  if (known !== undefined) return known;
  const bySpread = new Map<number, number[]>();
  for (const place of lists.approximate) {
    const spread = places.spreadMetres[place] ?? 0;
    const same = bySpread.get(spread);
    if (same === undefined) bySpread.set(spread, [place]);
    else same.push(place);
  }
  const trees = [...bySpread].map(([spreadMetres, same]) => ({
    spreadMetres,
    tree: buildTree(same, places.easting, places.northing),
  }));
  remembered.set(lists, trees);
  return trees;
}

const found = new Int32Array(1);
const square = new Float64Array(1);

/**
 * Whether any place that may count, and is not gone, may lie within the limit of a home point (method 2, `perhaps`).
 *
 * @param detour the factor of the home point's area.
 * @param gone places that are closed, or count for sure.
 */
export function isPerhapsWithin(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  detour: number,
  limitMetres: number,
  gone?: Gone,
): boolean {
  const { easting, northing } = homeArrays(baseline);
  const east = easting[homePoint] ?? 0;
  const north = northing[homePoint] ?? 0;
  return maybeTrees(baseline, lists).some(({ spreadMetres, tree }) => {
    // A metre more than needed, so that rounding leaves nothing out; the exact comparison follows.
    const far = limitMetres / detour + spreadMetres + 1;
    if (nearestInTree(tree, east, north, 1, found, square, 0, far * far, gone) === 0) return false;
    return isWithin(Math.sqrt(square[0] ?? 0) - spreadMetres, detour, limitMetres);
  });
}
