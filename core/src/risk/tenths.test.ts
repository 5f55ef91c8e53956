import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiveClasses } from './five-classes.ts';
import { fifthOf, tenthsOf } from './tenths.ts';

describe('tenths', () => {
  it('hold as near as may be the same number each', () => {
    expect(tenthsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(tenthsOf([30, 10, 20])).toEqual([7, 1, 4]);
  });

  it('give equal values the lower, and no value none', () => {
    expect(tenthsOf([5, null, 5, Number.NaN])).toEqual([1, null, 1, null]);
    expect(tenthsOf([])).toEqual([]);
  });

  it('are halves of fifths, whatever the values', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 60 }).map((each) => each / 7)));
    fc.assert(
      fc.property(values, (list) => {
        expect(tenthsOf(list).map(fifthOf)).toEqual(fiveClasses(list).classes);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
