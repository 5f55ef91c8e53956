/** Points sorted by easting (ties by index), so that a search can stop as soon as it is too far east or west. */
export interface SortedPoints {
  /** Index of each point in the list it came from. */
  readonly index: Int32Array;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
}

/** Sorts the points named by `indices` by easting. Columns are those of the whole list. */
export function sortByEasting(
  indices: readonly number[],
  easting: readonly number[],
  northing: readonly number[],
): SortedPoints {
  const at = (column: readonly number[], index: number) => column[index] ?? 0;
  const sorted = [...indices].sort((a, b) => at(easting, a) - at(easting, b) || a - b);
  return {
    index: Int32Array.from(sorted),
    easting: Float64Array.from(sorted, (index) => at(easting, index)),
    northing: Float64Array.from(sorted, (index) => at(northing, index)),
  };
}

/** How many of the points lie west of an easting. */
function countWestOf(points: SortedPoints, easting: number): number {
  let low = 0;
  let high = points.easting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points.easting[middle] ?? 0) < easting) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Writes the `k` points nearest to one position into `places` and `squares` (squared metres) from `offset`,
 * nearest first, ties by the lower index. Exact: it walks outward by easting and stops only when the next point
 * is farther in easting alone than the worst one kept. Returns how many were found; the rest is left untouched.
 */
export function sweepNearest(
  points: SortedPoints,
  easting: number,
  northing: number,
  k: number,
  places: Int32Array,
  squares: Float64Array,
  offset: number,
): number {
  let found = 0;
  let right = countWestOf(points, easting);
  let left = right - 1;
  const last = points.easting.length;
  while (left >= 0 || right < last) {
    const west = left >= 0 ? easting - (points.easting[left] ?? 0) : Number.POSITIVE_INFINITY;
    const east = right < last ? (points.easting[right] ?? 0) - easting : Number.POSITIVE_INFINITY;
    const at = west <= east ? left-- : right++;
    const dx = Math.min(west, east);
    const worst = found === k ? (squares[offset + k - 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (dx * dx > worst) break;
    const dy = (points.northing[at] ?? 0) - northing;
    const square = dx * dx + dy * dy;
    const place = points.index[at] ?? -1;
    if (square > worst || (square === worst && place > (places[offset + k - 1] ?? 0))) continue;
    let slot = found < k ? found++ : k - 1;
    while (slot > 0) {
      const before = offset + slot - 1;
      const beforeSquare = squares[before] ?? 0;
      const beforePlace = places[before] ?? 0;
      if (beforeSquare < square || (beforeSquare === square && beforePlace < place)) break;
      squares[before + 1] = beforeSquare;
      places[before + 1] = beforePlace;
      slot--;
    }
    squares[offset + slot] = square;
    places[offset + slot] = place;
  }
  return found;
}
