import { round9 } from '../round9.ts';

/** A position in metres on the British National Grid. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

export interface Tilted {
  /** One per point, adding up to 1, rounded to 9 decimals. */
  readonly shares: readonly number[];
  /** Metres from the weighted mean of the points to the target, after tilting. */
  readonly missMetres: number;
}

/** How hard to hold the shares back, from hard to hardly at all; each step lets the mean a quarter as far off. */
const HOLDS = Array.from({ length: 24 }, (_, step) => 4 ** -step);

/** Straight-line metres from the weighted mean of the points to a target. */
export function meanMiss(points: readonly GridPoint[], shares: readonly number[], target: GridPoint): number {
  const sum = shares.reduce((soFar, share) => soFar + share, 0);
  let east = 0;
  let north = 0;
  points.forEach((point, index) => {
    east += ((point.easting - target.easting) * (shares[index] ?? 0)) / sum;
    north += ((point.northing - target.northing) * (shares[index] ?? 0)) / sum;
  });
  return Math.sqrt(east * east + north * north);
}

/**
 * Changes shares as little as possible (least relative entropy: exponential tilting) so that the weighted
 * mean of the points comes within `withinMetres` of the target (method 2).
 *
 * Each share is multiplied by exp(a x + b y), x and y being the point's offset from the target, with a and b
 * found by Newton steps on the convex dual. The tilt is let loose in steps and stops at the first that
 * is near enough. Where none is (the target lies outside the points), the nearest that was reached is
 * given: the caller reads `missMetres`.
 *
 * @param shares 0 or more each, not all 0; they need not add up to 1.
 */
export function tiltShares(
  points: readonly GridPoint[],
  shares: readonly number[],
  target: GridPoint,
  withinMetres: number,
): Tilted {
  if (points.length === 0 || points.length !== shares.length) throw new RangeError('one share per point');
  const sum = shares.reduce((soFar, share) => soFar + share, 0);
  if (!(sum > 0) || shares.some((share) => share < 0))
    throw new RangeError('shares must be 0 or more, not all 0');

  const scale = Math.max(1, ...points.map((point) => distance(point, target)));
  const problem: Problem = {
    x: points.map((point) => (point.easting - target.easting) / scale),
    y: points.map((point) => (point.northing - target.northing) / scale),
    prior: shares.map((share) => share / sum),
  };

  let best: Tilted = {
    shares: problem.prior.map(round9),
    missMetres: meanMiss(points, problem.prior, target),
  };
  let state = stateAt(problem, 0, 0);
  for (const hold of HOLDS) {
    if (best.missMetres <= withinMetres) break;
    state = descend(problem, state, hold);
    const { weights, sum: whole } = state;
    const tilted = weights.map((weight) => round9(weight / whole));
    const missMetres = meanMiss(points, tilted, target);
    if (missMetres < best.missMetres) best = { shares: tilted, missMetres };
  }
  return best;
}

/** Offsets from the target, scaled to 1 at most, and the shares before any tilt. */
interface Problem {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly prior: readonly number[];
}

/** A tilt with its weights, not yet divided by their sum. Worked out once for each tilt: `exp` is what takes time. */
interface State {
  readonly a: number;
  readonly b: number;
  readonly weights: readonly number[];
  readonly sum: number;
  /** The largest exponent, taken out before exp, so that nothing overflows. */
  readonly top: number;
}

function stateAt({ x, y, prior }: Problem, a: number, b: number): State {
  let top = -Infinity;
  const weights: number[] = [];
  for (let at = 0; at < prior.length; at += 1) {
    const raw = (prior[at] as number) > 0 ? a * (x[at] as number) + b * (y[at] as number) : -Infinity;
    weights.push(raw);
    if (raw > top) top = raw;
  }
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = (prior[at] as number) * Math.exp((weights[at] as number) - top);
    weights[at] = weight;
    sum += weight;
  }
  return { a, b, weights, sum, top };
}

function heightOf({ a, b, sum, top }: State, hold: number): number {
  return Math.log(sum) + top + (hold / 2) * (a * a + b * b);
}

/** Damped Newton on log(sum of p exp(t.x)) + hold/2 |t|^2, which is convex and has one lowest point. */
function descend(problem: Problem, start: State, hold: number): State {
  const { x: xs, y: ys } = problem;
  let state = start;
  for (let step = 0; step < 100; step += 1) {
    const { weights, sum } = state;
    let [gx, gy, hxx, hxy, hyy] = [0, 0, 0, 0, 0];
    for (let at = 0; at < weights.length; at += 1) {
      const [x, y, share] = [xs[at] as number, ys[at] as number, (weights[at] as number) / sum];
      gx += share * x;
      gy += share * y;
      hxx += share * x * x;
      hxy += share * x * y;
      hyy += share * y * y;
    }
    hxx += hold - gx * gx;
    hyy += hold - gy * gy;
    hxy -= gx * gy;
    gx += hold * state.a;
    gy += hold * state.b;
    if (gx * gx + gy * gy < 1e-24) break;
    const determinant = hxx * hyy - hxy * hxy;
    const dx = (hyy * gx - hxy * gy) / determinant;
    const dy = (hxx * gy - hxy * gx) / determinant;
    const level = heightOf(state, hold);
    let size = 1;
    while (size > 1e-6) {
      const next = stateAt(problem, state.a - size * dx, state.b - size * dy);
      if (heightOf(next, hold) <= level) {
        state = next;
        break;
      }
      size /= 2;
    }
    if (size <= 1e-6) break;
  }
  return state;
}

function distance(a: GridPoint, b: GridPoint): number {
  const east = a.easting - b.easting;
  const north = a.northing - b.northing;
  return Math.sqrt(east * east + north * north);
}
