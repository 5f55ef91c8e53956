import { round9 } from '../round9.ts';

/**
 * Ranks from 1 (lowest) to n (highest); equal values share the middle of the ranks they cover (mid-rank). null
 * stays null and takes no rank.
 */
export function midRanks(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from] ?? 0;
    let to = from;
    while (sorted[to] === value) to++;
    middle.set(value, (from + 1 + to) / 2);
    from = to;
  }
  return values.map((value) => (value === null ? null : (middle.get(value) ?? null)));
}

/**
 * A rank as R from 0 (lowest) to 1 (highest): (rank - 1) / (n - 1). One value alone is neither high nor low: 0.5,
 * which is also what mid-ranks give where all values are equal.
 */
export function scaleRank(rank: number, count: number): number {
  return count <= 1 ? 0.5 : (rank - 1) / (count - 1);
}

const SPAN = 1 - Math.exp(-100 / 23);

/**
 * The exponential transform of the Indices of Deprivation: X = -23 ln(1 - R (1 - e^(-100/23))), 0 to 100, to 9
 * decimals. It stretches the high end, so that a low input cannot cancel a high one when inputs are added.
 * Errs towards areas that stand out on one input.
 */
export function exponential(r: number): number {
  return round9(-23 * Math.log(1 - r * SPAN));
}

/** X of the middle of all areas: what a contribution is measured from when drivers are named. */
export const MIDDLE_X = exponential(0.5);

/** Values (more = more risk) to X, 0 to 100, over all those given; null stays null. */
export function standardise(values: readonly (number | null)[]): (number | null)[] {
  const ranks = midRanks(values);
  const count = ranks.filter((rank) => rank !== null).length;
  return ranks.map((rank) => (rank === null ? null : exponential(scaleRank(rank, count))));
}
