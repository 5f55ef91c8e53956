import { SITE_OBJECTIVES, type SiteAnswer, type SiteProblem } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { nodeSolver } from '@kith/scripts/site/highs-solver';
import { describe, expect, test } from 'vitest';
import { randomProblem, seeded } from './site-worlds.ts';

const solver = await nodeSolver();
const SEEDS = Array.from({ length: 20 }, (_, each) => 1000 + each);

function solve(problem: SiteProblem): SiteAnswer {
  return solveSite(problem, { solver, seconds: 60, now: () => performance.now() });
}

/** The same problem with its candidates in another order. */
function shuffled(problem: SiteProblem, seed: number): SiteProblem {
  const { costs } = problem;
  const random = seeded(seed);
  const order = Array.from({ length: costs.candidates }, (_, each) => ({ each, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ each }) => each);
  const values = Float64Array.from(costs.values, (_, pair) => {
    const row = pair - (pair % costs.candidates);
    return costs.values[row + (order[pair % costs.candidates] ?? 0)] ?? 0;
  });
  return { ...problem, costs: { ...costs, values }, fixed: problem.fixed.map((each) => order.indexOf(each)) };
}

describe('laws of exact siting', () => {
  test.each(['mclp', 'p-median', 'p-centre'] as const)('%s: one more open is never worse', (objective) => {
    let better = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      if (problem.open === problem.costs.candidates) continue;
      const one = solve(problem).value;
      const more = solve({ ...problem, open: problem.open + 1 }).value;
      if (objective === 'mclp') expect(more, `${seed}`).toBeGreaterThanOrEqual(one * (1 - 1e-12));
      else expect(more, `${seed}`).toBeLessThanOrEqual(one * (1 + 1e-12));
      if (more !== one) better++;
    }
    expect(better).toBeGreaterThan(5);
  });

  test.each(['mclp', 'lscp'] as const)('%s: a longer limit is never worse', (objective) => {
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      const near = solve(problem).value;
      const far = solve({ ...problem, limit: (problem.limit ?? 0) + 1 }).value;
      if (objective === 'mclp') expect(far, `${seed}`).toBeGreaterThanOrEqual(near * (1 - 1e-12));
      else expect(far, `${seed}`).toBeLessThanOrEqual(near);
    }
  });

  test.each(SITE_OBJECTIVES)('%s: weights four times as large', (objective) => {
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      const one = solve(problem);
      const four = solve({ ...problem, weights: problem.weights.map((weight) => 4 * weight) });
      expect(four.value, `${seed}`).toBeCloseTo(objective === 'mclp' ? 4 * one.value : one.value, 9);
      if (one.total !== null && one.total < Infinity)
        expect(four.total, `${seed}`).toBeCloseTo(4 * one.total, 8);
    }
  });

  test.each(SITE_OBJECTIVES)('%s: the order of candidates does not matter to the value', (objective) => {
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      const other = solve(shuffled(problem, seed));
      expect(other.gap, `${seed}`).toBe(0);
      expect(other.value, `${seed}`).toBeCloseTo(solve(problem).value, 9);
    }
  });

  test.each(SITE_OBJECTIVES)('%s: asked twice, the same answer', (objective) => {
    for (const seed of SEEDS.slice(0, 10)) {
      const problem = randomProblem(objective, seed);
      expect(solve(problem)).toEqual(solve(problem));
    }
  });

  test.each(SITE_OBJECTIVES)('%s: a fixed place more is never better', (objective) => {
    for (const seed of SEEDS) {
      const problem = { ...randomProblem(objective, seed), fixed: [] };
      const free = solve(problem).value;
      const bound = solve({ ...problem, fixed: [problem.costs.candidates - 1] }).value;
      if (objective === 'mclp') expect(bound, `${seed}`).toBeLessThanOrEqual(free * (1 + 1e-12));
      else expect(bound, `${seed}`).toBeGreaterThanOrEqual(free * (1 - 1e-12));
    }
  });
});
