import type { FiveClass } from './five-classes.ts';

/** 1 (lowest) to 10 (highest). */
export type Tenth = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * The tenth of each value, by the same rule as `fiveClasses` (quantile breaks, nearest rank; equal values share the
 * lower), so that two tenths are one fifth exactly. null where there is no value.
 */
export function tenthsOf(values: readonly (number | null)[]): (Tenth | null)[] {
  const sorted = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  sorted.sort((a, b) => a - b);
  const breaks = NINE.map((tenth) => sorted[Math.ceil((tenth * sorted.length) / 10) - 1] ?? 0);
  return values.map((value) =>
    value === null || !Number.isFinite(value)
      ? null
      : ((1 + breaks.filter((each) => value > each).length) as Tenth),
  );
}

/** The fifth that a tenth lies in; null stays null. */
export function fifthOf(tenth: number | null): FiveClass | null {
  return tenth === null ? null : (Math.ceil(tenth / 2) as FiveClass);
}
