import type { Baseline } from '@kith/core/reach/baseline';
import { homeArrays } from '@kith/core/reach/columns';
import KDBush from 'kdbush';

/** Of 8, 16 and 64 (kdbush's own) the quickest on all England. */
const NODE_SIZE = 16;
const STACK = new Float64Array(5 * 64);

/**
 * Straight metres from every home point to the nearest of some places, from nothing: kdbush arranges the places, and
 * its arrays are searched for the one nearest. kdbush itself only finds all within a distance; this is what a good
 * programmer would write over it, with nothing remembered from one closure to the next.
 */
export function kdbushDistances(world: Baseline, places: readonly number[]): Float64Array {
  const index = new KDBush(places.length, NODE_SIZE, Float64Array);
  for (const place of places) index.add(world.places.easting[place] ?? 0, world.places.northing[place] ?? 0);
  index.finish();
  const { easting, northing } = homeArrays(world);
  const straight = new Float64Array(easting.length);
  for (let point = 0; point < straight.length; point++)
    straight[point] = Math.sqrt(nearestSquare(index, easting[point] ?? 0, northing[point] ?? 0));
  return straight;
}

function nearestSquare({ coords, ids, nodeSize }: KDBush, east: number, north: number): number {
  let worst = Number.POSITIVE_INFINITY;
  let top = push(0, 0, ids.length - 1, 0, 0, 0);
  while (top > 0) {
    top -= 5;
    const [dx, dy] = [STACK[top + 3] ?? 0, STACK[top + 4] ?? 0];
    if (dx * dx + dy * dy > worst) continue;
    let from = STACK[top] ?? 0;
    let to = STACK[top + 1] ?? 0;
    let axis = STACK[top + 2] ?? 0;
    while (to - from > nodeSize) {
      const middle = (from + to) >> 1;
      const square = squareTo(coords, middle, east, north);
      if (square < worst) worst = square;
      const off = (axis === 0 ? east : north) - (coords[2 * middle + axis] ?? 0);
      const farX = axis === 0 ? off : dx;
      const farY = axis === 0 ? dy : off;
      axis = 1 - axis;
      if (off < 0) {
        top = push(top, middle + 1, to, axis, farX, farY);
        to = middle - 1;
      } else {
        top = push(top, from, middle - 1, axis, farX, farY);
        from = middle + 1;
      }
    }
    for (let at = from; at <= to; at++) {
      const square = squareTo(coords, at, east, north);
      if (square < worst) worst = square;
    }
  }
  return worst;
}

function squareTo(coords: KDBush['coords'], at: number, east: number, north: number): number {
  const dx = (coords[2 * at] ?? 0) - east;
  const dy = (coords[2 * at + 1] ?? 0) - north;
  return dx * dx + dy * dy;
}

function push(top: number, from: number, to: number, axis: number, dx: number, dy: number): number {
  STACK[top] = from;
  STACK[top + 1] = to;
  STACK[top + 2] = axis;
  STACK[top + 3] = dx;
  STACK[top + 4] = dy;
  return top + 5;
}
