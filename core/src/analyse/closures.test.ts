import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import { closeCandidates, lostWithout } from './closures.ts';

const NEVER = Number.POSITIVE_INFINITY;
const tableOf = (rows: readonly (readonly number[])[], candidates = rows[0]?.length ?? 0) => ({
  demands: rows.length,
  candidates,
  values: Float64Array.from(rows.flat()),
});

describe('closeCandidates', () => {
  const table = tableOf([
    [10, 20],
    [30, 15],
    [5, 40],
  ]);
  const weights = deepFreeze([100, 50, 10]);

  it('compares nearest costs; the limit includes its end', () => {
    const closure = closeCandidates(table, weights, 20, [0]);
    expect(closure).toMatchObject({ before: 160, after: 150, lost: 10 });
    expect(closure.meanBefore).toBe((100 * 10 + 50 * 15 + 10 * 5) / 160);
    expect(closure.meanAfter).toBe((100 * 20 + 50 * 15 + 10 * 40) / 160);
    expect([...closure.nearestBefore]).toEqual([10, 15, 5]);
    expect([...closure.nearestAfter]).toEqual([20, 15, 40]);
    expect(closeCandidates(table, weights, 19.9, [0])).toMatchObject({ after: 50 });
  });

  it('has no mean where nothing is left, nor where nobody is', () => {
    const closure = closeCandidates(table, weights, 20, [1, 0]);
    expect(closure).toMatchObject({ after: 0, lost: 160, meanAfter: null });
    expect([...closure.nearestAfter]).toEqual([NEVER, NEVER, NEVER]);
    expect(closeCandidates(table, [0, 0, 0], 20, []).meanBefore).toBeNull();
  });

  it('leaves demand of no weight out of the mean, though it has nowhere to go', () => {
    expect(closeCandidates(tableOf([[4], [NEVER]]), [3, 0], 5, []).meanBefore).toBe(4);
    expect(closeCandidates(tableOf([[4], [NEVER]]), [3, 1], 5, []).meanBefore).toBeNull();
  });
});

const cost = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(NEVER));
const worlds = fc.integer({ min: 0, max: 5 }).chain((candidates) =>
  fc.record({
    rows: fc.array(fc.array(cost, { minLength: candidates, maxLength: candidates }), { maxLength: 8 }),
    weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
    limit: fc.integer({ min: 0, max: 6 }),
    closed: fc.subarray(Array.from({ length: candidates }, (_, at) => at)),
    candidates: fc.constant(candidates),
  }),
);

describe('on random tables, equal to brute force', () => {
  it('closing any of them', () => {
    fc.assert(
      fc.property(worlds, ({ rows, weights, limit, closed, candidates }) => {
        const answer = closeCandidates(tableOf(rows, candidates), deepFreeze([...weights]), limit, closed);
        const nearest = (shut: readonly number[]) =>
          rows.map((row) => Math.min(NEVER, ...row.filter((_, at) => !shut.includes(at))));
        const within = (shut: readonly number[]) =>
          nearest(shut).reduce((sum, each, at) => sum + (each <= limit ? (weights[at] as number) : 0), 0);
        expect([...answer.nearestBefore]).toEqual(nearest([]));
        expect([...answer.nearestAfter]).toEqual(nearest(closed));
        expect(answer).toMatchObject({
          before: within([]),
          after: within(closed),
          lost: within([]) - within(closed),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('each of them alone: what it loses is what its closing loses', () => {
    fc.assert(
      fc.property(worlds, ({ rows, weights, limit, candidates }) => {
        const table = tableOf(rows, candidates);
        const lost = lostWithout(table, deepFreeze([...weights]), limit);
        expect([...lost]).toEqual(
          Array.from({ length: candidates }, (_, at) => closeCandidates(table, weights, limit, [at]).lost),
        );
      }),
      { numRuns: 500 },
    );
  });
});
