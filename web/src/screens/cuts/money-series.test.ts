import { describe, expect, it } from 'vitest';
import { moneySeries, pounds } from './money-series.ts';

const row = (authority: string, year: string, netCurrentGbpThousand: number) => ({
  authority,
  authorityCode: 'E10000018',
  patch: 'leicestershire',
  year,
  netCurrentGbpThousand,
});

describe('what councils spent', () => {
  it('keeps a year that was not published as a gap', () => {
    const [series] = moneySeries([row('A', '2014-15', 10), row('A', '2017-18', 5)]);
    expect(series?.points).toEqual([
      { year: '2014-15', gbpThousand: 10 },
      { year: '2015-16', gbpThousand: null },
      { year: '2016-17', gbpThousand: null },
      { year: '2017-18', gbpThousand: 5 },
    ]);
  });

  it('gives every council the same years, most spending first', () => {
    const series = moneySeries([row('Small', '2010-11', 1), row('Large', '2011-12', 9)]);
    expect(series.map((each) => each.authority)).toEqual(['Large', 'Small']);
    expect(series[1]?.points.map((point) => point.gbpThousand)).toEqual([1, null]);
  });

  it('has nothing to say of no rows, and passes the turn of a century', () => {
    expect(moneySeries([])).toEqual([]);
    expect(moneySeries([row('A', '1999-00', 1)])[0]?.points[0]?.year).toBe('1999-00');
  });

  it('says pounds', () => {
    expect(pounds(15712)).toBe('£15.7m');
    expect(pounds(940)).toBe('£940,000');
  });
});
