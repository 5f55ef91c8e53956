import type { HomeCells } from './home-cells.ts';

type Corner = readonly [number, number];
/** Rings of a region as lists of points: closed, the last point the first again. */
export type Rings = Corner[][];

/** Bends smaller than this are taken out before the line is rounded. Errs calm: a shape is no boundary anyway. */
const BEND_METRES = 30;

/**
 * Draws the outlines of regions made of whole areas. Lines are rounded off stretch by stretch between the corners
 * where three areas meet, each stretch once, so that the two areas beside it, their districts and the whole
 * patch have the very same line.
 */
export class Outlines {
  readonly #cells: HomeCells;
  readonly #stretches = new Map<string, Corner[]>();

  constructor(cells: HomeCells) {
    this.#cells = cells;
  }

  /** Rings of each region. `regionOf` gives the region of an area's label; empty ground is no region. */
  ringsByRegion(regionOf: (label: number) => number): Map<number, Rings> {
    const next = new Map<number, Map<number, number>>();
    for (const { from, to, left, right } of this.#cells.edges) {
      if (left < 0) continue;
      const region = regionOf(left);
      if (right >= 0 && regionOf(right) === region) continue;
      const steps = next.get(region) ?? new Map<number, number>();
      steps.set(from, to);
      next.set(region, steps);
    }
    return new Map(
      [...next].map(([region, steps]) => [region, chains(steps).map((ring) => this.#rounded(ring))] as const),
    );
  }

  /** A ring of corners as points, rounded between its fixed corners. */
  #rounded(ring: readonly number[]): Corner[] {
    const isFixed = (corner: number) => new Set(this.#cells.labels[corner]).size === 3;
    const start = ring.findIndex(isFixed);
    if (start < 0) return this.#island(ring);
    const turned = [...ring.slice(start), ...ring.slice(0, start)];
    turned.push(turned[0] ?? 0);
    const points: Corner[] = [];
    let stretch: number[] = [];
    for (const corner of turned) {
      stretch.push(corner);
      if (stretch.length > 1 && isFixed(corner)) {
        points.push(...this.#stretch(stretch).slice(0, -1));
        stretch = [corner];
      }
    }
    const first = points[0];
    if (first !== undefined) points.push(first);
    return points;
  }

  /** A ring that no third area touches, begun at its lowest corner so that both sides draw it alike. */
  #island(ring: readonly number[]): Corner[] {
    const lowest = ring.indexOf(Math.min(...ring));
    const turned = [...ring.slice(lowest), ...ring.slice(0, lowest)];
    return this.#stretch([...turned, turned[0] ?? 0]);
  }

  #stretch(corners: readonly number[]): Corner[] {
    const backwards = isBackwards(corners);
    const ordered = backwards ? [...corners].reverse() : corners;
    const key = ordered.join(' ');
    let drawn = this.#stretches.get(key);
    if (drawn === undefined) {
      drawn = rounded(simplified(ordered.map((corner) => this.#cells.corners[corner] ?? [0, 0])));
      this.#stretches.set(key, drawn);
    }
    return backwards ? [...drawn].reverse() : drawn;
  }
}

/** One side of a stretch sees it from its other end: the end with the lower corner is where it is drawn from. */
function isBackwards(corners: readonly number[]): boolean {
  const [first, second] = [corners[0] ?? 0, corners[1] ?? 0];
  const [last, beforeLast] = [corners.at(-1) ?? 0, corners.at(-2) ?? 0];
  return first === last ? beforeLast < second : last < first;
}

/** Closed chains from steps that each lead to one next corner. */
function chains(steps: ReadonlyMap<number, number>): number[][] {
  const left = new Set(steps.keys());
  const found: number[][] = [];
  for (const start of steps.keys()) {
    if (!left.has(start)) continue;
    const ring: number[] = [];
    for (let at: number | undefined = start; at !== undefined && left.delete(at); at = steps.get(at))
      ring.push(at);
    found.push(ring);
  }
  return found;
}

/** Douglas-Peucker: keeps the ends and every point that stands out by more than a bend. */
function simplified(line: readonly Corner[]): Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let distance = 0;
  for (let at = 1; at < line.length - 1; at++) {
    const off = metresOff(line[at] ?? first, first, last);
    if (off > distance) [farthest, distance] = [at, off];
  }
  if (distance <= BEND_METRES) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)).slice(0, -1), ...simplified(line.slice(farthest))];
}

function metresOff([x, y]: Corner, [x1, y1]: Corner, [x2, y2]: Corner): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length ** 2));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}

/** Chaikin's corner cutting, once: the ends stay, every other corner becomes two. */
function rounded(line: readonly Corner[]): Corner[] {
  if (line.length < 3) return [...line];
  const points: Corner[] = [line[0] ?? [0, 0]];
  for (let at = 1; at < line.length - 1; at++) {
    const [before, here, next] = [line[at - 1], line[at], line[at + 1]];
    if (before === undefined || here === undefined || next === undefined) continue;
    points.push(between(here, before, 0.25), between(here, next, 0.25));
  }
  points.push(line.at(-1) ?? [0, 0]);
  return points;
}

function between([x1, y1]: Corner, [x2, y2]: Corner, share: number): Corner {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}
