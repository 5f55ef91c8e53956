import { MedianBound } from '@kith/core/site/median-bound';
import { MedianSearch, medianTable } from '@kith/core/site/median-search';
import { expect, test } from 'vitest';
import { bestByTrying, randomProblem } from './site-worlds.ts';

/** The bound by prices must hold at every step, also once candidates were ruled out by it. */
test('the bound of p-median is never above the best total', () => {
  let rounds = 0;
  let tight = 0;
  for (let seed = 3000; seed < 3120; seed++) {
    const problem = randomProblem('p-median', seed);
    const table = medianTable(problem);
    const search = new MedianSearch(table, problem.fixed);
    search.openGreedily(problem.open);
    search.swap();
    const weight = table.weights.reduce((sum, each) => sum + each, 0);
    const best = bestByTrying(problem) * weight;
    if (!Number.isFinite(best) || search.total >= table.none) continue;
    const bound = new MedianBound(table, problem.open, problem.fixed, {
      chosen: [...search.chosen],
      total: search.total,
    });
    while (!bound.isSpent) {
      bound.round();
      if (++rounds % 7 === 0) bound.narrow();
      expect(bound.bound, `${seed}`).toBeLessThanOrEqual(best * (1 + 1e-9));
      expect(bound.best.total, `${seed}`).toBeGreaterThanOrEqual(best * (1 - 1e-9));
    }
    if (bound.bound >= best * (1 - 1e-6)) tight++;
  }
  expect(rounds).toBeGreaterThan(2000);
  expect(tight, 'problems that prices alone prove').toBeGreaterThan(40);
});
