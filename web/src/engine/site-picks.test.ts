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

  it('are at each step the one that adds most of those left, and add up to all that are reached', () => {
    const [demands, candidates] = [60, 25];
    const values = Float64Array.from({ length: demands * candidates }, (_, at) => (at * 7919) % 1000);
    const weights = Float64Array.from({ length: demands }, (_, at) => (at * 31) % 50);
    const random = problem({
      weights,
      costs: { demands, candidates, values },
      open: 12,
      limit: 90,
      fixed: [],
    });
    const chosen = Array.from({ length: 12 }, (_, at) => at * 2);
    const within = (demand: number, open: readonly number[]) =>
      open.some((candidate) => (values[demand * candidates + candidate] ?? 0) <= 90);
    const reached = (open: readonly number[]) =>
      weights.reduce((sum, weight, demand) => (within(demand, open) ? sum + weight : sum), 0);
    const opened: number[] = [];
    for (const { candidate, adds } of orderPicks(random, chosen, 90, weights)) {
      const left = chosen.filter((each) => !opened.includes(each));
      const most = Math.max(...left.map((each) => reached([...opened, each]) - reached(opened)));
      expect(adds).toBe(most);
      opened.push(candidate);
      expect(reached(opened)).toBe(reached(opened.slice(0, -1)) + adds);
    }
    expect([...opened].sort((a, b) => a - b)).toEqual(chosen);
  });
});
