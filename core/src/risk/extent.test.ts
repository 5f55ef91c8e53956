import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import { type ExtentArea, extentByDistrict, extentWeight } from './extent.ts';

describe('the weight of a person by percentile', () => {
  it.each([
    [1, 1],
    [10, 1],
    [11, 0.95],
    // 0.95 less one and nineteen equal steps of 0.9 / 19.
    [12, 0.902631579],
    [20, 0.523684211],
    [29, 0.097368421],
    [30, 0.05],
    [31, 0],
    [100, 0],
  ])('at the %sth is %s', (percentile, weight) => {
    expect(extentWeight(percentile)).toBe(weight);
  });

  it('never rises with the percentile', () => {
    for (let percentile = 1; percentile < 100; percentile++) {
      expect(extentWeight(percentile)).toBeGreaterThanOrEqual(extentWeight(percentile + 1));
    }
  });
});

/** A hundred areas of ten people with scores 100 down to 1, so that the nth is at the nth percentile. */
const hundred = (districtOf: (percentile: number) => string): ExtentArea[] =>
  Array.from({ length: 100 }, (_, at) => ({
    district: districtOf(at + 1),
    score: 100 - at,
    residents: 10,
  }));

describe('the extent of a district', () => {
  it('is all where all live in the tenth with the most risk, and none beyond the 30th percentile', () => {
    const found = extentByDistrict(
      deepFreeze(hundred((nth) => (nth <= 10 ? 'high' : nth <= 30 ? 'between' : 'low'))),
    );
    expect(found.get('high')).toEqual({ extent: 1, residents: 100 });
    expect(found.get('low')).toEqual({ extent: 0, residents: 700 });
    // The middle of .95 and .05, as the weights fall evenly.
    expect(found.get('between')?.extent).toBe(0.5);
  });

  it('counts people and not areas', () => {
    const areas = hundred(() => 'one').map((area, at) => ({ ...area, residents: at < 10 ? 90 : 10 }));
    // 900 people weigh 1, 200 weigh .5 on average, 700 nothing.
    expect(extentByDistrict(deepFreeze(areas)).get('one')?.extent).toBe(round(1000 / 1800));
  });

  it('leaves areas without a score out of both sides, and has no answer without any', () => {
    const areas = [
      ...hundred((nth) => (nth <= 10 ? 'high' : 'rest')),
      { district: 'high', score: null, residents: 5_000 },
      { district: 'unknown', score: null, residents: 10 },
      { district: 'empty', score: null, residents: 0 },
    ];
    const found = extentByDistrict(deepFreeze(areas));
    expect(found.get('high')).toEqual({ extent: 1, residents: 100 });
    expect(found.get('unknown')).toEqual({ extent: null, residents: 0 });
    expect(found.get('empty')?.extent).toBeNull();
  });

  it('gives equal scores the same weight, whatever their order', () => {
    const equal = hundred((nth) => (nth % 2 === 0 ? 'even' : 'odd')).map((area) => ({ ...area, score: 7 }));
    const found = extentByDistrict(deepFreeze(equal));
    expect(found.get('even')).toEqual(found.get('odd'));
    expect(extentByDistrict(deepFreeze([...equal].reverse()))).toEqual(new Map([...found].reverse()));
  });

  it('is nothing for no areas', () => {
    expect(extentByDistrict([]).size).toBe(0);
  });
});

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
