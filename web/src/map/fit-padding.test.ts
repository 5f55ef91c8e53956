import { describe, expect, it } from 'vitest';
import { clearOfCorner, fitPadding, middleOf } from './fit-padding.ts';
import type { Bounds } from './types.ts';

const DESK = { width: 994, height: 796 };
/** Wide and low, its near corner where the legend is; lower still; tall and narrow. */
const CORNWALL: Bounds = [-5.75, 49.95, -4.16, 50.94];
const LOW: Bounds = [-5.75, 50.3, -4.16, 50.7];
const TALL: Bounds = [-1.2, 51, -0.9, 53];

describe('what a fit keeps clear of', () => {
  it('goes beside or above the legend where the box would reach under it', () => {
    const { left, bottom } = fitPadding(DESK, false, CORNWALL);
    expect(left > 400 || bottom > 250).toBe(true);
  });
  it('leaves a box alone that keeps clear by its shape', () => {
    expect(fitPadding(DESK, false, TALL)).toEqual(fitPadding({ width: 800, height: 796 }, false, TALL));
  });
  it('goes above what covers a corner where that shows more, and beside it where it does not or there is no room', () => {
    const edges = { top: 40, right: 92, bottom: 48, left: 40 };
    const above = { right: 354, top: 230 };
    expect(clearOfCorner({ width: 675, height: 475 }, LOW, edges, above)).toEqual({
      ...edges,
      bottom: 230,
    });
    expect(clearOfCorner({ width: 675, height: 475 }, TALL, edges, above)).toEqual({ ...edges, left: 354 });
    const high = { right: 354, top: 460 };
    expect(clearOfCorner({ width: 675, height: 475 }, LOW, edges, high)).toEqual({
      ...edges,
      left: 354,
    });
    expect(clearOfCorner({ width: 300, height: 400 }, LOW, edges, high)).toBeNull();
  });
  it('leaves room on a small map', () => {
    const { left, right, top, bottom } = fitPadding({ width: 390, height: 640 }, true, CORNWALL);
    expect(left + right).toBeLessThan(390 / 2);
    expect(top + bottom).toBeLessThan((640 * 2) / 3);
  });
  it('has its middle between what it keeps clear of', () => {
    expect(middleOf({ width: 1000, height: 800 }, { left: 400, right: 100, top: 40, bottom: 60 })).toEqual([
      650, 390,
    ]);
  });
});
