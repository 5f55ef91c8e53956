import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import { fiveClasses } from './five-classes.ts';

describe('fiveClasses', () => {
  it('puts a fifth of distinct values in each class', () => {
    const { breaks, classes } = fiveClasses(deepFreeze([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]));
    expect(classes).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect(breaks).toEqual([2, 4, 6, 8]);
  });

  it('lets equal values share the lower class', () => {
    expect(fiveClasses(deepFreeze([1, 2, 2, 4, 5])).classes).toEqual([1, 2, 2, 4, 5]);
    expect(fiveClasses(deepFreeze([1, 1, 1, 1, 5])).classes).toEqual([1, 1, 1, 1, 5]);
  });

  it.each([
    ['no values', [], []],
    ['one', [3], [1]],
    ['all the same', [3, 3, 3], [1, 1, 1]],
    ['mostly the same', [0, 0, 9], [1, 1, 4]],
    ['below zero', [-1, 1], [1, 3]],
    ['not a number', [Number.NaN, 2], [null, 1]],
    ['gaps', [null, 4, null, 1, 2, 3, 5], [null, 4, null, 1, 2, 3, 5]],
    ['nothing but gaps', [null, null], [null, null]],
    ['infinite', [Number.POSITIVE_INFINITY, 1], [null, 1]],
  ])('always gives five classes: %s', (_, values, expected) => {
    const { classes, ranges, breaks } = fiveClasses(deepFreeze(values));
    expect(classes).toEqual(expected);
    expect(ranges).toHaveLength(5);
    expect([0, 4]).toContain(breaks.length);
  });

  it('says what each class holds, and that an empty one holds nothing', () => {
    expect(fiveClasses([0, 0, 9]).ranges).toEqual([
      { from: 0, to: 0, count: 2 },
      null,
      null,
      { from: 9, to: 9, count: 1 },
      null,
    ]);
  });
});
