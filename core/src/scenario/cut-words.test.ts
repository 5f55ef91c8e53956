import { describe, expect, it } from 'vitest';
import { parseWeek } from '../place/week.ts';
import type { Cut } from './cut.ts';
import { cutDetail, formatWhen } from './cut-words.ts';

const nameOf = (place: string) => place.toUpperCase();
const grant = (change: Partial<Extract<Cut, { type: 'end-grant' }>>): Cut => ({
  type: 'end-grant',
  grant: 'The fund',
  endsOn: null,
  places: ['a', 'b'],
  replaced: [],
  ...change,
});

describe('cuts in words', () => {
  it('say a time by its days in the order of the week', () => {
    expect(formatWhen(null)).toBe('any time');
    expect(formatWhen({ days: ['tu'], from: 18, to: 21 })).toBe('Tuesday, 18:00 to 21:00');
    expect(formatWhen({ days: ['su', 'mo', 'we'], from: 0, to: 24 })).toBe(
      'Monday, Wednesday and Sunday, 0:00 to 24:00',
    );
  });

  it('say what each comes to', () => {
    expect(cutDetail({ type: 'close', place: 'a' }, nameOf)).toBe('');
    expect(cutDetail({ type: 'shorten', place: 'a', keeps: parseWeek('mo9-12') ?? '' }, nameOf)).toBe(
      'keeps Monday 9:00 to 12:00',
    );
    expect(cutDetail(grant({}), nameOf)).toBe('on a day not yet known; closes A, B');
    expect(cutDetail(grant({ endsOn: '2027-03-31', replaced: ['b'] }), nameOf)).toBe(
      'on 2027-03-31; closes A; paid for by others: B',
    );
    expect(cutDetail(grant({ replaced: ['a', 'b'] }), nameOf)).toContain('closes nothing');
    const open: Cut = {
      type: 'open',
      site: 'new-1',
      name: 'N',
      kind: 'hall',
      easting: 1,
      northing: 2,
      week: null,
    };
    expect(cutDetail(open, nameOf)).toBe('hall at 1, 2; hours not known');
  });
});
