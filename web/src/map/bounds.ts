import type { Bounds } from './types.ts';

/** Whether two boxes share ground. */
export const boxesMeet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
