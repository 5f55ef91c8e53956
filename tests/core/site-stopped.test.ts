import {
  type MipSolver,
  SITE_OBJECTIVES,
  type SiteAnswer,
  type SiteProblem,
  type SiteProgress,
} from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { startSite } from '@kith/core/site/start-site';
import { nodeSolver } from '@kith/scripts/site/highs-solver';
import { describe, expect, test } from 'vitest';
import { bestByTrying, plainValue, randomProblem } from './site-worlds.ts';

const highs = await nodeSolver();
const SEEDS = Array.from({ length: 40 }, (_, each) => 2000 + each);

/** A solver that is out of time at once, and knows nothing. */
const idle: MipSolver = {
  solve: ({ sense }) => ({ status: 'stopped', bound: sense === 'max' ? Infinity : -Infinity, values: null }),
};
const never: MipSolver = {
  solve: () => {
    throw new Error('there was no time to ask');
  },
};

function expectHonest(problem: SiteProblem, answer: SiteAnswer, of: string): void {
  const best = bestByTrying(problem);
  expect(answer.value, of).toBeCloseTo(plainValue(problem, answer.chosen), 9);
  expect(answer.chosen, of).toEqual(expect.arrayContaining([...problem.fixed]));
  if (problem.objective === 'mclp') {
    expect(answer.value, of).toBeLessThanOrEqual(best * (1 + 1e-12));
    expect(answer.bound, of).toBeGreaterThanOrEqual(best * (1 - 1e-12));
  } else {
    expect(answer.value, of).toBeGreaterThanOrEqual(best * (1 - 1e-12));
    expect(answer.bound, of).toBeLessThanOrEqual(best * (1 + 1e-12));
  }
  const gap = Math.abs(answer.value - answer.bound) / answer.value;
  const infinite = answer.value === Infinity ? Infinity : gap;
  expect(answer.gap, of).toBe(answer.value === answer.bound ? 0 : infinite);
}

describe.each(SITE_OBJECTIVES)('%s, stopped before its end', (objective) => {
  test('with no time at all it is the answer at once', () => {
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      const answer = solveSite(problem, { solver: never, seconds: 0, now: () => 5 });
      expectHonest(problem, answer, `${seed}`);
      expect({ ...answer, found: 'swaps' }, `${seed}`).toEqual(startSite(problem));
    }
  });

  test('with a solver that runs out of time it is what was known', () => {
    let open = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(objective, seed);
      const answer = solveSite(problem, { solver: idle, seconds: 60, now: () => performance.now() });
      expectHonest(problem, answer, `${seed}`);
      if (answer.gap > 0) open++;
    }
    expect(open, 'problems that are not proven without the solver').toBeGreaterThan(0);
  });

  test('with a clock that runs out half way', () => {
    for (const seed of SEEDS.slice(0, 15)) {
      let calls = 0;
      const problem = randomProblem(objective, seed);
      const answer = solveSite(problem, { solver: idle, seconds: 1, now: () => (calls++ < 4 ? 0 : 2000) });
      expectHonest(problem, answer, `${seed}`);
    }
  });

  test('tells of greedy, then swaps, then only of better sets and bounds', () => {
    for (const seed of SEEDS.slice(0, 20)) {
      const heard: SiteProgress[] = [];
      const problem = randomProblem(objective, seed);
      const answer = solveSite(problem, {
        solver: highs,
        seconds: 60,
        now: () => performance.now(),
        onProgress: (progress) => heard.push(progress),
      });
      expect(heard.map(({ phase }) => phase).slice(0, 2)).toEqual(['greedy', 'swaps']);
      for (const { answer: then, bound, gap } of heard) {
        expectHonest(problem, then, `${seed}`);
        expect({ bound, gap }).toEqual({ bound: then.bound, gap: then.gap });
      }
      const gaps = heard.map(({ gap }) => gap);
      expect(gaps, `${seed}`).toEqual([...gaps].sort((a, b) => b - a));
      expect(heard.at(-1)?.answer.value).toBe(answer.value);
    }
  });
});

test('the solver prints nothing', async () => {
  const written: unknown[] = [];
  const kept = { out: process.stdout.write, error: process.stderr.write };
  const write = (text: unknown) => {
    written.push(text);
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
  try {
    const solver = await nodeSolver();
    for (const seed of SEEDS) solveSite(randomProblem('mclp', seed), { solver, seconds: 9, now: () => 0 });
  } finally {
    process.stdout.write = kept.out;
    process.stderr.write = kept.error;
  }
  expect(written).toEqual([]);
});
