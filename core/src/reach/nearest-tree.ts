/**
 * Points as a k-d tree in flat arrays: the middle one of every range splits it by easting, then by northing, and so
 * on. Suits places that crowd in towns and are rare between them, which a grid of equal squares does not.
 */
export interface PointTree {
  /** Index of each point in the list it came from. */
  readonly index: Int32Array;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
}

/** A range this short is looked through point by point. */
const LEAF = 8;
/** Five numbers a range, one range a level at most: enough for any number of points. */
const STACK = new Float64Array(5 * 64);

/** Indices that are passed over, such as places that close. */
export interface Gone {
  has(index: number): boolean;
}

/** Arranges the points named by `indices`. Columns are those of the whole list. */
export function buildTree(
  indices: ArrayLike<number>,
  easting: ArrayLike<number>,
  northing: ArrayLike<number>,
): PointTree {
  const tree = {
    index: Int32Array.from(indices),
    easting: Float64Array.from(indices, (each) => easting[each] ?? 0),
    northing: Float64Array.from(indices, (each) => northing[each] ?? 0),
  };
  arrange(tree, 0, tree.index.length - 1, false);
  return tree;
}

function arrange(tree: PointTree, from: number, to: number, byNorthing: boolean): void {
  if (to - from < LEAF) return;
  const middle = (from + to) >> 1;
  select(tree, byNorthing ? tree.northing : tree.easting, from, to, middle);
  arrange(tree, from, middle - 1, !byNorthing);
  arrange(tree, middle + 1, to, !byNorthing);
}

/** Moves points until none before `nth` is greater and none after it is less (Hoare's quickselect). */
function select(tree: PointTree, by: Float64Array, from: number, to: number, nth: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = by[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((by[left] ?? 0) < pivot) left++;
      while ((by[right] ?? 0) > pivot) right--;
      if (left <= right) swap(tree, left++, right--);
    }
    if (nth <= right) high = right;
    else if (nth >= left) low = left;
    else return;
  }
}

function swap({ index, easting, northing }: PointTree, a: number, b: number): void {
  for (const column of [index, easting, northing]) {
    const kept = column[a] ?? 0;
    column[a] = column[b] ?? 0;
    column[b] = kept;
  }
}

/**
 * Writes the `k` points nearest to a position into `nearest` (their indices) and `squares` (squared metres) from
 * `offset`, nearest first, ties by the lower index. Exact: a range is left out only when all of it is farther than
 * the farthest one kept. Returns how many were found; the rest is left untouched.
 *
 * @param most squared metres beyond which nothing is looked for.
 */
export function nearestInTree(
  tree: PointTree,
  east: number,
  north: number,
  k: number,
  nearest: Int32Array,
  squares: Float64Array,
  offset: number,
  most = Number.POSITIVE_INFINITY,
  gone?: Gone,
): number {
  const { index, easting, northing } = tree;
  const last = offset + k - 1;
  let found = 0;
  let worst = most;
  let top = pushRange(0, 0, index.length - 1, 0, 0, 0);
  while (top > 0) {
    top -= 5;
    const dx = STACK[top + 3] ?? 0;
    const dy = STACK[top + 4] ?? 0;
    if (dx * dx + dy * dy > worst) continue;
    let from = STACK[top] ?? 0;
    let to = STACK[top + 1] ?? 0;
    let byNorthing = STACK[top + 2] ?? 0;
    while (from <= to) {
      // A long range gives its middle point and keeps the half on this side of it; a short one gives all it has.
      let at = from;
      let end = to;
      if (to - from >= LEAF) {
        at = (from + to) >> 1;
        end = at;
        const off = byNorthing === 1 ? north - (northing[at] ?? 0) : east - (easting[at] ?? 0);
        const farX = byNorthing === 1 ? dx : off;
        const farY = byNorthing === 1 ? off : dy;
        byNorthing = 1 - byNorthing;
        if (off < 0) {
          top = pushRange(top, at + 1, to, byNorthing, farX, farY);
          to = at - 1;
        } else {
          top = pushRange(top, from, at - 1, byNorthing, farX, farY);
          from = at + 1;
        }
      } else from = to + 1;
      for (; at <= end; at++) {
        const x = (easting[at] ?? 0) - east;
        const y = (northing[at] ?? 0) - north;
        const square = x * x + y * y;
        if (square > worst) continue;
        const point = index[at] ?? -1;
        if (found === k && square === worst && point > (nearest[last] ?? 0)) continue;
        if (gone?.has(point)) continue;
        let slot = found < k ? offset + found++ : last;
        for (; slot > offset; slot--) {
          const before = squares[slot - 1] ?? 0;
          const other = nearest[slot - 1] ?? 0;
          if (before < square || (before === square && other < point)) break;
          squares[slot] = before;
          nearest[slot] = other;
        }
        squares[slot] = square;
        nearest[slot] = point;
        if (found === k) worst = squares[last] ?? 0;
      }
    }
  }
  return found;
}

/**
 * Calls `visit` with the index and squared metres of every point within a distance of a position, end included, in
 * no order, until it answers true. Returns whether it did.
 */
export function visitWithin(
  { index, easting, northing }: PointTree,
  east: number,
  north: number,
  metres: number,
  visit: (index: number, square: number) => boolean,
): boolean {
  if (metres < 0) return false;
  const most = metres * metres;
  const look = (at: number): boolean => {
    const x = (easting[at] ?? 0) - east;
    const y = (northing[at] ?? 0) - north;
    const square = x * x + y * y;
    return square <= most && visit(index[at] ?? -1, square);
  };
  const walk = (from: number, to: number, byNorthing: boolean): boolean => {
    if (to - from < LEAF) {
      for (let at = from; at <= to; at++) if (look(at)) return true;
      return false;
    }
    const middle = (from + to) >> 1;
    const off = byNorthing ? north - (northing[middle] ?? 0) : east - (easting[middle] ?? 0);
    return (
      look(middle) ||
      (off <= metres && walk(from, middle - 1, !byNorthing)) ||
      (off >= -metres && walk(middle + 1, to, !byNorthing))
    );
  };
  return walk(0, index.length - 1, false);
}

function pushRange(top: number, from: number, to: number, byNorthing: number, dx: number, dy: number) {
  STACK[top] = from;
  STACK[top + 1] = to;
  STACK[top + 2] = byNorthing;
  STACK[top + 3] = dx;
  STACK[top + 4] = dy;
  return top + 5;
}
