import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatingCatchment, pairsWithin } from './catchment.ts';
import { type Decay, decayWeight } from './decay.ts';
import { deepFreeze } from './small-world.ts';

const INVERSE: Decay = { type: 'inverse' };
const GAUSSIAN: Decay = { type: 'gaussian', sigma: 20 };
const GRAVITY: Decay = { type: 'gravity', scale: 20, alpha: -2, min: 1 };
const STEPS: Decay = {
  type: 'steps',
  steps: [
    { to: 10, weight: 1 },
    { to: 20, weight: 0.68 },
    { to: 60, weight: 0.22 },
  ],
};

/** Access the long way, straight from the two steps. */
function brute(
  costs: readonly (readonly number[])[],
  people: readonly number[],
  supply: readonly number[],
  decay: Decay,
  limit: number,
): number[] {
  const weight = (cost: number) => (cost <= limit ? decayWeight(decay, cost) : 0);
  return costs.map((row) =>
    row.reduce((sum, cost, place) => {
      const shared = people.reduce(
        (all, each, from) => all + each * weight(costs[from]?.[place] as number),
        0,
      );
      return weight(cost) === 0 || shared === 0
        ? sum
        : sum + (weight(cost) * (supply[place] as number)) / shared;
    }, 0),
  );
}

const tableOf = (costs: readonly (readonly number[])[], candidates: number) => ({
  demands: costs.length,
  candidates,
  values: Float64Array.from(costs.flat()),
});

describe('the hospital example: 100, 50 and 10 people; 15, 20 and 100 doctors; within 60 minutes', () => {
  const people = deepFreeze([100, 50, 10]);
  const doctors = deepFreeze([15, 20, 100]);
  const cost = fc.integer({ min: 1, max: 90 });
  // Every hospital has someone within an hour: the first town of its column.
  const costs = fc
    .array(fc.array(cost, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    .filter((rows) => [0, 1, 2].every((column) => rows.some((row) => (row[column] as number) <= 60)));

  it.each([
    ['inverse', INVERSE],
    ['gaussian', GAUSSIAN],
    ['gravity', GRAVITY],
    ['steps', STEPS],
  ])('gives out 135 doctors, whatever the travel times, by %s', (_, decay) => {
    fc.assert(
      fc.property(costs, (rows) => {
        const answer = floatingCatchment(pairsWithin(tableOf(rows, 3), 60), people, doctors, decay);
        expect(answer.unused).toEqual([]);
        expect(answer.total).toBeCloseTo(135, 9);
      }),
    );
  });

  it('is worked by hand: weights 1 / t, one hospital beyond an hour for each but the first', () => {
    const rows = [
      [10, 20, 50],
      [20, 60, 61],
      [61, 40, 25],
    ];
    const { access } = floatingCatchment(pairsWithin(tableOf(rows, 3), 60), people, doctors, INVERSE);
    // First hospital: 100 / 10 + 50 / 20 = 12.5 people; 15 / 12.5 = 1.2 doctors each.
    const first = 1.2;
    const second = 20 / (100 / 20 + 50 / 60 + 10 / 40);
    const third = 100 / (100 / 50 + 10 / 25);
    expect(access[0]).toBeCloseTo(first / 10 + second / 20 + third / 50, 12);
    expect(access[1]).toBeCloseTo(first / 20 + second / 60, 12);
    expect(access[2]).toBeCloseTo(second / 40 + third / 25, 12);
  });
});

describe('floatingCatchment', () => {
  it('equals the two steps written out, on any table', () => {
    const cost = fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constant(Number.POSITIVE_INFINITY));
    const world = fc.integer({ min: 0, max: 5 }).chain((places) =>
      fc.record({
        rows: fc.array(fc.array(cost, { minLength: places, maxLength: places }), { maxLength: 6 }),
        supply: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: places, maxLength: places }),
        people: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 }),
        decay: fc.constantFrom(INVERSE, GAUSSIAN, GRAVITY, STEPS),
        limit: fc.constantFrom(0, 10, 30, 60),
      }),
    );
    fc.assert(
      fc.property(world, ({ rows, supply, people: six, decay, limit }) => {
        const people = six.slice(0, rows.length);
        const answer = floatingCatchment(
          pairsWithin(tableOf(rows, supply.length), limit),
          deepFreeze(people),
          deepFreeze(supply),
          decay,
        );
        const expected = brute(rows, people, supply, decay, limit);
        expect(answer.access).toHaveLength(rows.length);
        for (const [at, each] of expected.entries()) expect(answer.access[at]).toBeCloseTo(each, 9);
        const used = supply.reduce((sum, each, at) => sum + (answer.unused.includes(at) ? 0 : each), 0);
        expect(answer.total).toBeCloseTo(used, 6);
      }),
      { numRuns: 500 },
    );
  });

  it('names the supply that nobody is within reach of', () => {
    const rows = [[5, 70, 5]];
    const answer = floatingCatchment(pairsWithin(tableOf(rows, 3), 60), [0], [1, 2, 3], STEPS);
    expect(answer).toMatchObject({ total: 0, unused: [0, 1, 2] });
    const some = floatingCatchment(pairsWithin(tableOf(rows, 3), 60), [2], [1, 2, 3], STEPS);
    expect(some).toMatchObject({ total: 4, unused: [1] });
  });

  it('includes the end of the limit', () => {
    const at = (limit: number) =>
      floatingCatchment(pairsWithin(tableOf([[30]], 1), limit), [2], [1], GAUSSIAN).total;
    expect(at(30)).toBe(1);
    expect(at(29.999)).toBe(0);
  });
});
