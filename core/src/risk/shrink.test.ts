import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import { type SmallShare, shrink } from './shrink.ts';

const share = (percent: number | null, denominator: number, more: Partial<SmallShare> = {}): SmallShare => ({
  percent,
  denominator,
  district: 'D',
  isWide: false,
  ...more,
});

describe('shrink', () => {
  it('follows the formula, worked by hand for two areas', () => {
    // r of n: 10 of 100 and 30 of 100; district 40 of 200.
    // m1 = ln(10.5/90.5) = -2.153975, m2 = ln(30.5/70.5) = -0.837886, M = ln(40.5/160.5) = -1.376992
    // t2 = (0.776983^2 + 0.539106^2) / 1 = 0.894337
    // se2 of 1 = 101*102/(100*11*91) = 0.102917, w = 0.894337/0.997254 = 0.896800
    // logit = -2.153975*0.896800 - 1.376992*0.103200 = -2.073790 -> 11.167055%
    const [first] = shrink(deepFreeze([share(10, 100), share(30, 100)]));
    expect(first).toBeCloseTo(11.167055, 6);
  });

  it('moves a small area further than a large one with the same share', () => {
    const [small, large] = shrink([share(40, 50), share(40, 5000), share(10, 2000), share(12, 2000)]);
    expect(small).toBeLessThan(large ?? 0);
    expect(large).toBeLessThan(40);
    expect(large).toBeGreaterThan(39.5);
  });

  it('draws only towards its own district', () => {
    const alone = shrink([share(40, 50), share(10, 2000)]);
    const beside = shrink([
      share(40, 50),
      share(10, 2000),
      share(90, 2000, { district: 'E' }),
      share(80, 90, { district: 'E' }),
    ]);
    expect(beside.slice(0, 2)).toEqual(alone);
  });

  it('takes areas that do not differ, and those with nobody, to the district', () => {
    expect(shrink([share(20, 100), share(20, 100)]).map((value) => Math.round(value ?? 0))).toEqual([20, 20]);
    const nobody = shrink([share(0, 0), share(20, 1000), share(40, 1000)])[0];
    expect(nobody).toBeCloseTo(30, 1);
  });

  it('leaves gaps as gaps, and figures of a wider area and a district of one as they are', () => {
    expect(
      shrink([share(null, 100), share(7, 10, { isWide: true }), share(12.3, 40, { district: 'E' })]),
    ).toEqual([null, 7, 12.3]);
  });

  it.each([0, 100])('stays within 0 to 100 for a share of %d', (percent) => {
    for (const value of shrink([share(percent, 30), share(percent, 30), share(50, 30)])) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
    }
  });
});
