import { describe, expect, it } from 'vitest';
import {
  dayWords,
  londonMoment,
  type Moment,
  readTimes,
  timesInBrief,
  timesWords,
  todayWords,
  weekOf,
} from './opening-hours.ts';

const HINCKLEY = 'Mo-Tu,Th-Fr 09:30-17:00; Sa 09:30-16:00';
const times = (text: string) => {
  const read = readTimes(text);
  if (!read) throw new Error(`not read: ${text}`);
  return read;
};
const week = (text: string) =>
  (weekOf(times(text)) ?? []).map((spans) => spans.map(({ from, to }) => [from, to]));
/** 23 November 2026 is a Monday, the fourth of its month. */
const at = (day: number, minute: number): Moment => ({ day, minute, date: `2026-11-${23 + day}` });

describe('reading opening hours', () => {
  it('reads a day that is named once for each of its weeks', () => {
    expect(timesWords('Tu[2],Tu[4] 14:00-16:00')).toBe(timesWords('Tu[2,4] 14:00-16:00'));
    expect(timesWords('Tu[2],Tu[4] 14:00-16:00')).not.toContain('[');
    expect(readTimes('Tu[2],We[4] 14:00-16:00')).toBeNull();
    expect(readTimes('Tu,Tu[4] 14:00-16:00')).toBeNull();
  });
  it('reads days and clock hours', () => {
    expect(week(HINCKLEY)).toEqual([
      [[570, 1020]],
      [[570, 1020]],
      [],
      [[570, 1020]],
      [[570, 1020]],
      [[570, 960]],
      [],
    ]);
  });
  it('lets a later rule take the place of an earlier one', () => {
    const read = week('Mo-Fr 09:00-17:00; We off; Fr 09:00-12:00,13:00-19:00');
    expect(read[2]).toEqual([]);
    expect(read[4]).toEqual([
      [540, 720],
      [780, 1140],
    ]);
  });
  it('goes round the end of the week', () => expect(week('Sa-Mo 10:00-12:00')[6]).toEqual([[600, 720]]));
  it('takes 24/7 and leaves bank holidays out of the week', () => {
    expect(dayWords(weekOf(times('24/7'))?.[3] ?? [])).toBe('all day');
    expect(week('Mo 09:00-10:00; PH off')[0]).toEqual([[540, 600]]);
  });
  it('has no one week for weeks of the month', () => expect(weekOf(times('Tu[1,3] 14:00-16:00'))).toBeNull());
  it.each([
    null,
    '',
    ' ',
    'by appointment',
    'Mo-Fr sunrise-sunset',
    'Jan-Mar Mo 10:00-12:00',
    'Mo 09:75-10:00',
    'Xx 09:00-10:00',
    'Mo-We-Fr 09:00-10:00',
    'Mo 09:00',
  ])('does not guess at %o', (text) => expect(readTimes(text)).toBeNull());
});

describe('opening hours in words', () => {
  const hinckley = times(HINCKLEY);
  it('says today while there is still time', () => {
    expect(todayWords(hinckley, at(0, 500))).toBe('Open today 9:30 to 17:00');
    expect(todayWords(hinckley, at(0, 1019))).toBe('Open today 9:30 to 17:00');
  });
  it('says when it next opens', () => {
    expect(todayWords(hinckley, at(0, 1020))).toBe('Closed now; opens tomorrow at 9:30');
    expect(todayWords(hinckley, at(1, 1100))).toBe('Closed now; opens Thursday at 9:30');
    expect(todayWords(hinckley, at(6, 0))).toBe('Closed today; opens tomorrow at 9:30');
    expect(todayWords(times('Mo 09:00-10:00'), at(0, 700))).toBe('Closed now; opens Monday at 9:00');
    expect(todayWords(times('Mo-Su off'), at(2, 0))).toBe('Closed all week');
  });
  it('lets a group meet, and not open', () => {
    const tuesday = times('Tu 10:00-12:00');
    expect(todayWords(tuesday, at(1, 0), true)).toBe('Meets today 10:00 to 12:00');
    expect(todayWords(tuesday, at(0, 0), true)).toBe('Next meets tomorrow at 10:00');
    expect(todayWords(times('Mo off'), at(0, 0), true)).toBe('Does not meet this week');
  });
  it('knows which weeks of the month', () => {
    const first = times('Tu[1,3] 14:00-16:00');
    // 24 November 2026 is the fourth Tuesday, 1 December the first.
    expect(todayWords(first, at(0, 0), true)).toBe('Next meets on Tuesday 1 December at 14:00');
    expect(todayWords(first, { day: 1, minute: 0, date: '2026-12-01' }, true)).toBe(
      'Meets today 14:00 to 16:00',
    );
    expect(todayWords(times('Mo[-1] 10:00-12:00'), at(0, 700))).toBe('Closed today; opens Monday at 10:00');
    expect(todayWords(times('Mo[4] 10:00-12:00'), at(0, 730))).toBe(
      'Closed now; opens on Monday 28 December at 10:00',
    );
    // In that week the one takes the place of the other.
    expect(todayWords(times('Mo 9:00-17:00; Mo[4] 10:00-12:00'), at(0, 500))).toBe(
      'Open today 10:00 to 12:00',
    );
  });
  it('is open past midnight', () => {
    const club = times('Mo 20:00-01:00');
    expect(todayWords(club, at(0, 0))).toBe('Open today 20:00 to 1:00 the next morning');
    expect(todayWords(club, at(1, 30))).toBe('Open now, until 1:00');
    expect(todayWords(club, at(1, 60))).toBe('Closed today; opens Monday at 20:00');
  });
  it('puts days of the same hours together', () => {
    expect(timesInBrief(hinckley)).toBe('Mon, Tue, Thu, Fri 9:30–17:00 · Sat 9:30–16:00 · Wed, Sun closed');
  });
  it.each([
    ['Tu[1,3] 14:00-16:00', 'The 1st and 3rd Tuesday of the month, 14:00 to 16:00'],
    ['24/7', 'Open at all hours'],
    [
      'Sa 10:00-12:00; PH off',
      'Sat 10:00–12:00 · Mon, Tue, Wed, Thu, Fri, Sun closed · closed on bank holidays',
    ],
    ['by appointment', 'by appointment'],
  ])('says %s as %s', (text, words) => expect(timesWords(text)).toBe(words));
  it('keeps time by the clock in Britain', () => {
    // 23:30 in UTC on a Sunday in July is 00:30 on Monday in Leicester.
    expect(londonMoment(new Date('2026-07-05T23:30:00Z'))).toEqual({
      day: 0,
      minute: 30,
      date: '2026-07-06',
    });
    expect(londonMoment(new Date('2026-11-23T09:05:00Z'))).toEqual({
      day: 0,
      minute: 545,
      date: '2026-11-23',
    });
  });
});
