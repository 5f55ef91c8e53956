import type { Baseline } from '../reach/baseline.ts';
import { homeArrays } from '../reach/columns.ts';
import { GROUPS } from '../reach/groups.ts';
import type { Band } from './report.ts';

/** The columns of home points that a report counts: people first, then each group, then all households. */
export const COUNTED = ['residents', ...GROUPS.map((group) => group.id), 'households'] as const;
/** Where households stand in `COUNTED`. */
export const HOUSEHOLDS = COUNTED.length - 1;

/** How many detour factors every count is tried under, and where each stands: low, middle, high. */
export const FACTORS = 3;
export const LOW = 0;
export const MIDDLE = 1;
export const HIGH = 2;

/** The counted columns of a baseline's home points, in the order of `COUNTED`. */
export function countedColumns(baseline: Baseline): readonly Int32Array[] {
  const homes = homeArrays(baseline);
  return COUNTED.map((column) => homes[column]);
}

/**
 * The middle count with the least and most of the three. The middle need not lie between the other two: a
 * longer detour also puts fewer people within the limit to begin with, so fewer can lose it.
 *
 * @param counts under the low, middle and high factor, from `at` on.
 */
export function bandOf(counts: ArrayLike<number>, at = 0): Band {
  const [low, middle, high] = [counts[at] ?? 0, counts[at + MIDDLE] ?? 0, counts[at + HIGH] ?? 0];
  return { middle, least: Math.min(low, middle, high), most: Math.max(low, middle, high) };
}
