import { GROUPS } from '../reach/groups.ts';
import type { Band } from './report.ts';

/** The columns of home points that a report counts: people first, then each group, then all households. */
export const COUNTED = ['residents', ...GROUPS.map((group) => group.id), 'households'] as const;

/** One whole number per detour factor, in the order low, middle, high. */
export type ByDetour = [low: number, middle: number, high: number];
/** Where the middle factor stands in `DETOUR_ENDS`. */
export const MIDDLE = 1;

export function zeroByDetour(): ByDetour {
  return [0, 0, 0];
}

/**
 * The middle count with the least and most of the three. The middle need not lie between the other two: a
 * longer detour also puts fewer people within the limit to begin with, so fewer can lose it.
 */
export function bandOf([low, middle, high]: ByDetour): Band {
  return { middle, least: Math.min(low, middle, high), most: Math.max(low, middle, high) };
}
