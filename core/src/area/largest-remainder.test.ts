import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from './largest-remainder.ts';

describe('largestRemainder', () => {
  it('gives what is left to the largest remainders', () => {
    // Quotas 4.7, 3.2 and 2.1: floors 4, 3, 2 leave one, which goes to the .7.
    expect(largestRemainder(10, Object.freeze([47, 32, 21]))).toEqual([5, 3, 2]);
    // Quotas 0.6, 0.3, 0.1 of one person.
    expect(largestRemainder(1, Object.freeze([6, 3, 1]))).toEqual([1, 0, 0]);
  });

  it('gives a tie to the lower index', () => {
    expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(largestRemainder(2, [0.2, 0.2, 0.2, 0.2])).toEqual([1, 1, 0, 0]);
  });

  it('does not let the last digit of a division decide', () => {
    // 0.1 + 0.2 is not 0.3 in binary; the three thirds are still three equal weights.
    expect(largestRemainder(1, [0.1 + 0.2, 0.3, 0.3])).toEqual([1, 0, 0]);
    expect(largestRemainder(1, [0.3, 0.1 + 0.2, 0.3])).toEqual([1, 0, 0]);
  });

  it('spreads evenly where all weights are 0', () => {
    expect(largestRemainder(5, [0, 0, 0])).toEqual([2, 2, 1]);
    expect(largestRemainder(0, [0, 0])).toEqual([0, 0]);
  });

  it('takes nothing and nobody', () => {
    expect(largestRemainder(0, [])).toEqual([]);
    expect(largestRemainder(7, [3])).toEqual([7]);
    expect(largestRemainder(7, [0, 2])).toEqual([0, 7]);
  });

  it('refuses what is not a share', () => {
    for (const [total, weights] of [
      [1, []],
      [-1, [1]],
      [1.5, [1]],
      [Number.NaN, [1]],
      [1, [-1, 2]],
      [1, [Number.NaN]],
      [1, [Number.POSITIVE_INFINITY]],
    ] as const) {
      expect(() => largestRemainder(total, weights)).toThrow(RangeError);
    }
  });

  it('always adds up, and is never a whole one away from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, list) => {
        const parts = largestRemainder(total, list);
        const sum = list.reduce((soFar, weight) => soFar + weight, 0);
        expect(parts.reduce((soFar, part) => soFar + part, 0)).toBe(total);
        parts.forEach((part, index) => {
          const exact = sum > 0 ? (total * (list[index] ?? 0)) / sum : total / list.length;
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - exact)).toBeLessThan(1);
        });
      }),
    );
  });
});
