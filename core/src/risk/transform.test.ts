import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import { exponential, MIDDLE_X, midRanks, scaleRank, standardise } from './transform.ts';

describe('exponential', () => {
  it.each([
    [0, 0],
    [0.1, 2.39026],
    [0.25, 6.517733],
    [0.5, 15.64679],
    [0.75, 31.009144],
    [0.9, 50.426654],
    [0.95, 63.847632],
    [1, 100],
  ])('takes R %d to the published X %d', (r, x) => {
    expect(exponential(r)).toBeCloseTo(x, 6);
  });

  it('is rounded to 9 decimals, so that it is the same on every machine', () => {
    for (const r of [0.1, 1 / 3, 0.95]) {
      const x = exponential(r);
      expect(Math.round(x * 1e9) / 1e9).toBe(x);
    }
  });
});

describe('midRanks', () => {
  it('gives equal values the middle of the ranks they cover', () => {
    expect(midRanks(deepFreeze([7, 3, 7, 9]))).toEqual([2.5, 1, 2.5, 4]);
  });

  it('gives no rank to what is missing', () => {
    expect(midRanks(deepFreeze([null, 5, null, 4]))).toEqual([null, 2, null, 1]);
  });
});

describe('standardise', () => {
  it('puts the lowest at 0 and the highest at 100', () => {
    expect(standardise(deepFreeze([30, 10, 20]))).toEqual([100, 0, MIDDLE_X]);
  });

  it.each([
    ['no values', [], []],
    ['one value alone', [3], [MIDDLE_X]],
    ['values all equal', [3, 3, 3], [MIDDLE_X, MIDDLE_X, MIDDLE_X]],
    ['nothing but gaps', [null, null], [null, null]],
    ['one value among gaps', [null, 8], [null, MIDDLE_X]],
  ])('stays in the middle for %s', (_, values, expected) => {
    expect(standardise(deepFreeze(values))).toEqual(expected);
  });

  it('scales one rank of one to the middle', () => {
    expect(scaleRank(1, 1)).toBe(0.5);
    expect(scaleRank(1, 2)).toBe(0);
    expect(scaleRank(2, 2)).toBe(1);
  });
});
