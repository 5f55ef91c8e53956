import { largestRemainder } from '../area/largest-remainder.ts';

/** Totals of one area: people, households, and the groups counted beside them. Whole numbers. */
export interface AreaTotals {
  readonly households: number;
  readonly aged65Over: number;
  readonly disabled: number;
  readonly livingAlone: number;
  readonly noCar: number;
}

/** One area's totals shared over its home points: a list per group, one whole number per home point. */
export type SharedTotals = { readonly [key in keyof AreaTotals]: readonly number[] };

/**
 * Shares an area's households and groups over its home points in proportion to the residents of each, as whole
 * numbers that add up exactly (largest remainder). Assumes that groups live spread evenly within an area
 * (method 2): errs either way where, say, a care home stands at one of its home points.
 *
 * @param homeResidents residents of each home point; where all are 0 totals are spread evenly.
 * @throws RangeError where there is a total to share and no home point.
 */
export function shareGroups(totals: AreaTotals, homeResidents: readonly number[]): SharedTotals {
  const share = (total: number) => largestRemainder(total, homeResidents);
  return {
    households: share(totals.households),
    aged65Over: share(totals.aged65Over),
    disabled: share(totals.disabled),
    livingAlone: share(totals.livingAlone),
    noCar: share(totals.noCar),
  };
}
