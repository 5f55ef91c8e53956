import type { SiteObjective, SiteProblem } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { startSite } from '@kith/core/site/start-site';
import { nodeSolver } from '@kith/scripts/site/highs-solver';
import { describe, expect, test } from 'vitest';

const solver = await nodeSolver();

function problemOf(
  objective: SiteObjective,
  rows: readonly (readonly number[])[],
  rest: Partial<SiteProblem> = {},
): SiteProblem {
  const costs = {
    demands: rows.length,
    candidates: rows[0]?.length ?? 0,
    values: Float64Array.from(rows.flat()),
  };
  const weights = Float64Array.from(rows, () => 1);
  return { objective, weights, costs, open: 1, limit: 2, fixed: [], ...rest };
}
const solve = (problem: SiteProblem) =>
  solveSite(problem, { solver, seconds: 60, now: () => performance.now() });

/** Villages along a road at 0, 1, 2, 7, 8 and 13 km; a place may stand in any of them. */
const ROAD = [0, 1, 2, 7, 8, 13];
const road = ROAD.map((from) => ROAD.map((to) => Math.abs(from - to)));

describe('a road with six villages, worked by hand', () => {
  test('p-median: two in the clusters, 13 km walks 5 to 8', () => {
    const answer = solve(problemOf('p-median', road, { open: 2 }));
    // At 1 and 8 km: 1 + 0 + 1 + 1 + 0 + 5 = 8.
    expect(answer).toMatchObject({
      chosen: [1, 4],
      total: 8,
      value: 8 / 6,
      bound: 8 / 6,
      gap: 0,
      found: 'exact',
    });
  });

  test('p-centre: nobody walks more than 5 km', () => {
    // From 2 km: 2 back, 5 on to 7; from 13 km: 5 back to 8. With 4 km no two places reach 0, 7 and 13.
    expect(solve(problemOf('p-centre', road, { open: 2 }))).toMatchObject({ value: 5, bound: 5, gap: 0 });
  });

  test('maximal covering: the limit includes its end', () => {
    const covering = problemOf('mclp', road, { open: 1, limit: 1 });
    expect(solve(covering)).toMatchObject({ chosen: [1], value: 3, gap: 0 });
    expect(solve({ ...covering, limit: 0.999 }).value).toBe(1);
  });

  test('set covering: three places for everybody within 1 km', () => {
    expect(solve(problemOf('lscp', road, { limit: 1 }))).toMatchObject({
      chosen: [1, 3, 5],
      value: 3,
      gap: 0,
    });
  });

  test('weights decide where they should', () => {
    const weights = Float64Array.of(1, 1, 1, 1, 1, 10);
    expect(solve(problemOf('p-median', road, { weights })).chosen).toEqual([5]);
    expect(solve(problemOf('mclp', road, { weights, limit: 1 })).chosen).toEqual([5]);
    expect(solve(problemOf('p-centre', road, { weights })).value).toBe(7);
  });

  test('a demand of weight 0 does not count, though nobody can serve it', () => {
    const rows = [...road, [Infinity, Infinity, Infinity, Infinity, Infinity, Infinity]];
    const weights = Float64Array.of(1, 1, 1, 1, 1, 1, 0);
    expect(solve(problemOf('p-centre', rows, { weights, open: 2 })).value).toBe(5);
    expect(solve(problemOf('p-median', rows, { weights, open: 2 })).total).toBe(8);
    expect(solve(problemOf('lscp', rows, { weights, limit: 1 })).value).toBe(3);
  });

  test('fixed places stay open, and are counted', () => {
    const kept = solve(problemOf('p-median', road, { open: 2, fixed: [5] }));
    // 13 km is open; the best beside it is 2 km: 2 + 1 + 0 + 5 + 5 (8 to 13) + 0 = 13, as with 1 km: 1+0+1+6+5 = 13.
    expect(kept.chosen).toContain(5);
    expect(kept.total).toBe(13);
    expect(solve(problemOf('lscp', road, { limit: 1, fixed: [0] }))).toMatchObject({ value: 4 });
  });
});

describe('where greedy stays behind', () => {
  // The middle candidate covers most; the two others together cover all.
  const rows = [
    [0, 9, 9],
    [0, 9, 9],
    [0, 0, 9],
    [9, 0, 0],
    [9, 0, 0],
    [9, 0, 0],
    [0, 9, 9],
  ].map(([a, b, c]) => [a ?? 0, b ?? 0, c ?? 0]);

  test('swaps or the exact search put it right', () => {
    const covering = problemOf('mclp', rows, { open: 2, limit: 1 });
    let greedy = 0;
    const start = startSite(covering, (answer) => {
      greedy = answer.value;
    });
    expect(greedy).toBe(7);
    expect(start.value).toBe(7);
    expect(solve(covering)).toMatchObject({ value: 7, bound: 7 });
  });

  test('no set can serve everybody: said as Infinity, and proven', () => {
    const apart = [
      [1, Infinity],
      [Infinity, 1],
    ];
    for (const objective of ['p-median', 'p-centre'] as const)
      expect(solve(problemOf(objective, apart))).toMatchObject({ value: Infinity, bound: Infinity, gap: 0 });
  });

  test('nobody to serve', () => {
    const weights = Float64Array.of(0, 0, 0, 0, 0, 0);
    for (const objective of ['mclp', 'p-median', 'p-centre', 'lscp'] as const)
      expect(solve(problemOf(objective, road, { weights }))).toMatchObject({ value: 0, bound: 0, gap: 0 });
  });

  test('a problem that cannot be solved is refused in plain English', () => {
    expect(() => startSite(problemOf('mclp', road, { open: 9 }))).toThrow(
      'choose a whole number from 1 to 6',
    );
  });
});
