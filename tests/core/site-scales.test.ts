import { SITE_OBJECTIVES, type SiteAnswer, type SiteProblem } from '@kith/core/site/problem';
import { gapBetween } from '@kith/core/site/score';
import { solveSite } from '@kith/core/site/solve-site';
import { nodeSolver } from '@kith/scripts/site/highs-solver';
import { describe, expect, test } from 'vitest';
import { bestByTrying, plainValue, randomProblem, seeded } from './site-worlds.ts';

const solver = await nodeSolver();
const solve = (problem: SiteProblem): SiteAnswer =>
  solveSite(problem, { solver, seconds: 60, now: () => performance.now() });

const withCosts = (problem: SiteProblem, by: number): SiteProblem => ({
  ...problem,
  costs: { ...problem.costs, values: problem.costs.values.map((cost) => by * cost) },
  limit: problem.limit === null ? null : by * problem.limit,
});
const withWeights = (problem: SiteProblem, by: number): SiteProblem => ({
  ...problem,
  weights: problem.weights.map((weight) => by * weight),
});

/** No order in the costs and many places open: prices alone seldom prove it, so the solver must. */
function hardProblem(seed: number, objective: 'mclp' | 'p-median'): SiteProblem {
  const random = seeded(seed * 7919 + 17);
  const [demands, candidates] = [40, 22];
  const values = Float64Array.from({ length: demands * candidates }, () => 1 + Math.floor(random() * 1000));
  const weights = Float64Array.from({ length: demands }, () => 10 + Math.floor(random() * 90));
  return { objective, weights, costs: { demands, candidates, values }, open: 6, limit: 90, fixed: [] };
}

function expectSame(found: number, expected: number, of: string): void {
  if (found !== expected) expect(Math.abs(found - expected) / expected, of).toBeLessThan(1e-9);
}

describe('scale does not matter', () => {
  test.each(SITE_OBJECTIVES)(
    '%s: equals trying every set, whatever all costs or weights are times',
    (objective) => {
      for (let seed = 0; seed < 30; seed++) {
        const problem = randomProblem(objective, seed);
        const best = bestByTrying(problem);
        for (const by of [1e-8, 1e8])
          for (const scaled of [withCosts(problem, by), withWeights(problem, by)]) {
            const answer = solve(scaled);
            expectSame(plainValue(problem, answer.chosen), best, `${seed} x${by}`);
            expect(answer, `${seed} x${by}`).toMatchObject({ bound: answer.value, gap: 0 });
          }
      }
    },
  );

  test.each(['mclp', 'p-median'] as const)('%s: problems that need the solver', (objective) => {
    for (const seed of [7, 18]) {
      const problem = hardProblem(seed, objective);
      const best = solve(problem);
      expect(best.gap).toBe(0);
      for (const scaled of [
        withCosts(problem, 1e-8),
        withWeights(problem, 1e-8),
        withWeights(problem, 1e8),
      ]) {
        const answer = solve(scaled);
        expectSame(plainValue(problem, answer.chosen), best.value, `${seed}`);
        expect(answer.gap, `${seed}`).toBe(0);
      }
    }
  });
});

describe('weights far apart', () => {
  test.each(['mclp', 'p-median'] as const)(
    '%s: proven is the best to the last digit, else the gap says so',
    (objective) => {
      const random = seeded(3);
      for (let time = 0; time < 60; time++) {
        const [demands, candidates] = [20, 12];
        const values = Float64Array.from(
          { length: demands * candidates },
          () => 1 + Math.floor(random() * 10),
        );
        const large = time % 2 === 0 ? 1e9 : 1e12;
        const weights = Float64Array.from({ length: demands }, (_, demand) =>
          demand < 3 ? large : 1 + Math.floor(random() * 9),
        );
        const costs = { demands, candidates, values };
        const problem = { objective, weights, costs, open: 3, limit: 2, fixed: [] };
        const answer = solve(problem);
        const best = bestByTrying(problem);
        if (answer.gap === 0) expect(answer.value, `${time}`).toBe(best);
        const [least, most] = objective === 'mclp' ? [best, answer.bound] : [answer.bound, best];
        expect(least, `${time}`).toBeLessThanOrEqual(most);
        expect(answer.gap, `${time}`).toBeLessThan(1e-9);
      }
    },
  );
});

test('a value of 0 is proven only by a bound of 0', () => {
  expect(gapBetween(0, 0)).toBe(0);
  expect(gapBetween(0, 5)).toBe(Infinity);
});
