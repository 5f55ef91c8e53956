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
  const offsets = points.map((point) => [
    (point.easting - target.easting) / scale,
    (point.northing - target.northing) / scale,
  ]) as [number, number][];
  const prior = shares.map((share) => share / sum);

  let best: Tilted = { shares: prior.map(round9), missMetres: meanMiss(points, prior, target) };
  let tilt: [number, number] = [0, 0];
  for (const hold of HOLDS) {
    if (best.missMetres <= withinMetres) break;
    tilt = descend(offsets, prior, tilt, hold);
    const tilted = weigh(offsets, prior, tilt).map(round9);
    const missMetres = meanMiss(points, tilted, target);
    if (missMetres < best.missMetres) best = { shares: tilted, missMetres };
  }
  return best;
}

/** Damped Newton on log(sum of p exp(t.x)) + hold/2 |t|^2, which is convex and has one lowest point. */
function descend(
  offsets: readonly [number, number][],
  prior: readonly number[],
  start: [number, number],
  hold: number,
): [number, number] {
  let tilt = start;
  for (let step = 0; step < 100; step += 1) {
    const shares = weigh(offsets, prior, tilt);
    let [gx, gy, hxx, hxy, hyy] = [0, 0, 0, 0, 0];
    offsets.forEach(([x, y], index) => {
      const share = shares[index] ?? 0;
      gx += share * x;
      gy += share * y;
      hxx += share * x * x;
      hxy += share * x * y;
      hyy += share * y * y;
    });
    hxx += hold - gx * gx;
    hyy += hold - gy * gy;
    hxy -= gx * gy;
    gx += hold * tilt[0];
    gy += hold * tilt[1];
    if (gx * gx + gy * gy < 1e-24) break;
    const determinant = hxx * hyy - hxy * hxy;
    const dx = (hyy * gx - hxy * gy) / determinant;
    const dy = (hxx * gy - hxy * gx) / determinant;
    const level = height(offsets, prior, tilt, hold);
    let size = 1;
    while (size > 1e-6) {
      const next: [number, number] = [tilt[0] - size * dx, tilt[1] - size * dy];
      if (height(offsets, prior, next, hold) <= level) {
        tilt = next;
        break;
      }
      size /= 2;
    }
    if (size <= 1e-6) break;
  }
  return tilt;
}

/** The largest exponent is taken out before exp, so that nothing overflows. */
function exponents(offsets: readonly [number, number][], prior: readonly number[], tilt: [number, number]) {
  const raw = offsets.map(([x, y], index) =>
    (prior[index] ?? 0) > 0 ? tilt[0] * x + tilt[1] * y : -Infinity,
  );
  const top = Math.max(...raw);
  return { raw, top };
}

function weigh(
  offsets: readonly [number, number][],
  prior: readonly number[],
  tilt: [number, number],
): number[] {
  const { raw, top } = exponents(offsets, prior, tilt);
  const weights = raw.map((value, index) => (prior[index] ?? 0) * Math.exp(value - top));
  const sum = weights.reduce((soFar, weight) => soFar + weight, 0);
  return weights.map((weight) => weight / sum);
}

function height(
  offsets: readonly [number, number][],
  prior: readonly number[],
  tilt: [number, number],
  hold: number,
): number {
  const { raw, top } = exponents(offsets, prior, tilt);
  const sum = raw.reduce((soFar, value, index) => soFar + (prior[index] ?? 0) * Math.exp(value - top), 0);
  return Math.log(sum) + top + (hold / 2) * (tilt[0] * tilt[0] + tilt[1] * tilt[1]);
}

function distance(a: GridPoint, b: GridPoint): number {
  const east = a.easting - b.easting;
  const north = a.northing - b.northing;
  return Math.sqrt(east * east + north * north);
}
