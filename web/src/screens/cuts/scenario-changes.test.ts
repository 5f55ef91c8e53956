import type { Cut } from '@kith/core/scenario/cut';
import { describe, expect, it } from 'vitest';
import { changesOf } from './scenario-changes.ts';

const grant = (endsOn: string | null): Cut => ({
  type: 'end-grant',
  grant: 'Lottery',
  endsOn,
  places: ['b', 'c'],
  replaced: ['c'],
});

describe('what a scenario does to places', () => {
  it('tells apart what goes, what keeps fewer hours and what opens', () => {
    const open: Cut = {
      type: 'open',
      site: 'new-1',
      name: 'New',
      kind: 'hall',
      easting: 1,
      northing: 2,
      week: null,
    };
    const shorten: Cut = { type: 'shorten', place: 'd', keeps: 'o'.padEnd(168, '.') };
    const cuts: Cut[] = [{ type: 'close', place: 'a' }, shorten, grant(null), open];
    expect(changesOf({ cuts, on: null })).toEqual({
      closed: ['a', 'b'],
      shortened: ['d'],
      opened: [open],
    });
  });

  it.each([
    ['2027-03-31', null, ['b']],
    ['2027-03-31', '2027-03-30', []],
    ['2027-03-31', '2027-03-31', ['b']],
    [null, '2020-01-01', ['b']],
  ])('a grant that ends on %s, looked at on %s, closes %j', (endsOn, on, closed) => {
    expect(changesOf({ cuts: [grant(endsOn)], on }).closed).toEqual(closed);
  });
});
