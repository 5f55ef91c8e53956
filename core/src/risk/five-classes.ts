/** What five classes make of a column of values. */
export interface FiveClasses {
  /**
   * The highest value of each of the first four classes: a value is in class 1 + the number of breaks it
   * exceeds. Four of them, or none where there is no value at all.
   */
  readonly breaks: number[];
  /** 1 (lowest) to 5 (highest) for each value; null where there is no value. */
  readonly classes: (FiveClass | null)[];
  /** Always five, in order: what each class holds; null for a class that nothing falls in. */
  readonly ranges: ({ readonly from: number; readonly to: number; readonly count: number } | null)[];
}
export type FiveClass = 1 | 2 | 3 | 4 | 5;
const ALL_CLASSES = [1, 2, 3, 4, 5] as const satisfies readonly FiveClass[];

/**
 * Sorts values into five classes with as near as may be the same number in each (quantile breaks, nearest rank).
 * Equal values always share a class, the lower one they could be in; so where all are equal all are in class 1.
 * `null`, NaN and infinities are no value: they have no class and move no break.
 */
export function fiveClasses(values: readonly (number | null)[]): FiveClasses {
  const sorted = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  sorted.sort((a, b) => a - b);
  const breaks =
    sorted.length === 0
      ? []
      : [1, 2, 3, 4].map((fifth) => sorted[Math.ceil((fifth * sorted.length) / 5) - 1] ?? 0);
  const classOf = (value: number): FiveClass =>
    ALL_CLASSES[breaks.filter((each) => value > each).length] ?? 5;
  return {
    breaks,
    classes: values.map((value) => (value === null || !Number.isFinite(value) ? null : classOf(value))),
    ranges: ALL_CLASSES.map((each) => {
      const inside = sorted.filter((value) => classOf(value) === each);
      const [from, to] = [inside[0], inside[inside.length - 1]];
      return from === undefined || to === undefined ? null : { from, to, count: inside.length };
    }),
  };
}
