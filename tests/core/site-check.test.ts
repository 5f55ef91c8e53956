import { checkSiteProblem } from '@kith/core/site/check-problem';
import type { SiteProblem } from '@kith/core/site/problem';
import { describe, expect, test } from 'vitest';

const good: SiteProblem = {
  objective: 'mclp',
  weights: Float64Array.of(3, 0),
  costs: { demands: 2, candidates: 3, values: Float64Array.of(0, 1, Infinity, 2, 3, 4) },
  open: 2,
  limit: 1,
  fixed: [1],
};
const check = (change: Partial<SiteProblem>) => checkSiteProblem({ ...good, ...change });

describe('what is wrong with a problem', () => {
  test('nothing, for each objective', () => {
    expect(check({})).toEqual([]);
    expect(check({ objective: 'p-median', limit: null })).toEqual([]);
    expect(check({ objective: 'p-centre', limit: null })).toEqual([]);
    expect(check({ objective: 'lscp', open: 0 })).toEqual([]);
  });

  test('sizes', () => {
    expect(check({ weights: Float64Array.of(1) })).toEqual([
      'There are 1 weights for 2 demands: give one weight for each demand.',
    ]);
    expect(check({ costs: { ...good.costs, values: new Float64Array(5) } })).toEqual([
      'There are 5 costs for 2 demands and 3 candidates: give one for every pair, 6 in all.',
    ]);
    expect(check({ costs: { demands: 2, candidates: 0, values: new Float64Array() } })).toEqual([
      'There is no candidate: give at least one place that could be chosen.',
    ]);
  });

  test('weights and costs that are negative or no number, named', () => {
    expect(check({ weights: Float64Array.of(-1, Number.NaN) })).toEqual([
      'A weight must be a number, 0 or more. Put right the weight of demand 0 (-1), demand 1 (NaN).',
    ]);
    expect(check({ weights: Float64Array.of(Infinity, 1) })[0]).toContain('demand 0 (Infinity)');
    const values = Float64Array.of(0, -2, 1, 1, Number.NaN, 1);
    expect(check({ costs: { ...good.costs, values } })).toEqual([
      'A cost must be a number, 0 or more. Put right the cost of demand 0 and candidate 1 (-2), demand 1 and candidate 1 (NaN).',
    ]);
  });

  test('many faults: five are named, the others counted', () => {
    const weights = new Float64Array(9).fill(-1);
    const costs = { demands: 9, candidates: 1, values: new Float64Array(9) };
    expect(check({ weights, costs, open: 1, fixed: [] })[0]).toMatch(/demand 4 \(-1\) and 4 more\.$/);
  });

  test('how many are open', () => {
    const wrong = 'cannot be open: choose a whole number from 1 to 3, the candidates there are.';
    for (const open of [0, 4, 1.5, -1, Number.NaN])
      expect(check({ open, fixed: [] })).toEqual([`${open} ${wrong}`]);
    expect(check({ open: 1, fixed: [0, 1] })).toEqual([
      '1 cannot be open when 2 stay open: choose 2 or more.',
    ]);
  });

  test('fixed candidates', () => {
    expect(check({ fixed: [3] })).toEqual([
      'There is no candidate 3: places that stay open must be candidates.',
    ]);
    expect(check({ fixed: [1, 1] })).toEqual(['A place that stays open is named twice: name it once.']);
  });

  test('limits', () => {
    expect(check({ limit: null })).toEqual(['A limit is missing: say how far is near enough.']);
    expect(check({ objective: 'lscp', limit: null })).toHaveLength(1);
    for (const limit of [-1, Number.NaN, Infinity])
      expect(check({ limit })).toEqual([`${limit} is not a limit: give a number, 0 or more.`]);
  });

  test('a demand of some weight that nobody can serve, by its name where there is one', () => {
    const values = Float64Array.of(Infinity, Infinity, Infinity, 2, 3, 4);
    const costs = { ...good.costs, values };
    expect(check({ costs })).toEqual([]);
    expect(check({ objective: 'p-median', costs })).toEqual([
      'No candidate can serve demand 0: add a cost or give it the weight 0.',
    ]);
    expect(check({ objective: 'p-centre', costs, weights: Float64Array.of(0, 1) })).toEqual([]);
    expect(check({ objective: 'lscp', costs: good.costs, weights: Float64Array.of(1, 1) })).toEqual([
      'No candidate is within the limit of demand 1: add candidates or raise the limit.',
    ]);
    const named = checkSiteProblem(
      { ...good, objective: 'p-centre', costs },
      (what, at) => `${what} "${'ab'[at]}"`,
    );
    expect(named).toEqual(['No candidate can serve demand "a": add a cost or give it the weight 0.']);
  });
});
