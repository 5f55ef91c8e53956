import type { SiteProblem } from '@kith/core/site/problem';
import { describe, expect, it } from 'vitest';
import { orderPicks } from './site-picks.ts';

/** Four homes; candidate 0 stands already at the first. Costs by home, then by candidate. */
const problem = (over: Partial<SiteProblem> = {}): SiteProblem => ({
  objective: 'mclp',
  weights: Float64Array.from([10, 20, 40, 5]),
  costs: {
    demands: 4,
    candidates: 3,
    values: Float64Array.from([0, 900, 900, 800, 100, 300, 900, 200, 100, 900, 900, 50]),
  },
  open: 3,
  limit: 500,
  fixed: [0],
  ...over,
});
const PEOPLE = [100, 200, 400, 50];

describe('new places in order', () => {
  it('begin with the one that adds most, and nobody is counted twice', () => {
    const picks = orderPicks(problem(), [0, 1, 2], 500, PEOPLE);
    expect(picks).toEqual([
      { candidate: 2, adds: 65, people: 650 },
      { candidate: 1, adds: 0, people: 0 },
    ]);
  });

  it('go by the walk that is saved where that is what is asked', () => {
    // 1 saves 20 x 700 + 40 x 700 = 42,000; 2 saves 20 x 500 + 40 x 800 + 5 x 850 = 46,250.
    const picks = orderPicks(problem({ objective: 'p-median' }), [0, 1, 2], 500, PEOPLE);
    expect(picks.map((pick) => pick.candidate)).toEqual([2, 1]);
  });

  it('start from nothing where nothing stands', () => {
    const picks = orderPicks(problem({ fixed: [] }), [0, 1], 500, PEOPLE);
    expect(picks.map((pick) => pick.adds)).toEqual([60, 10]);
  });
});
