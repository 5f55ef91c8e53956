import { describe, expect, it } from 'vitest';
import { dayWords, londonMoment, readWeek, todayWords, weekInBrief } from './opening-hours.ts';

const HINCKLEY = 'Mo-Tu,Th-Fr 09:30-17:00; Sa 09:30-16:00';
const week = (text: string) => {
  const read = readWeek(text);
  if (!read) throw new Error(`not read: ${text}`);
  return read;
};

describe('reading opening hours', () => {
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
  it('takes 24/7 and leaves bank holidays out', () => {
    expect(dayWords(week('24/7')[3] ?? [])).toBe('all day');
    expect(week('Mo 09:00-10:00; PH off')[0]).toEqual([[540, 600]]);
  });
  it.each([
    null,
    '',
    ' ',
    'by appointment',
    'Mo-Fr sunrise-sunset',
    'Mo[1] 10:00-12:00',
    'Jan-Mar Mo 10:00-12:00',
    'Mo 17:00-09:00',
    'Mo 09:75-10:00',
    'Xx 09:00-10:00',
    'Mo-We-Fr 09:00-10:00',
    'Mo 09:00-26:00',
    'Mo 09:00',
  ])('does not guess at %o', (text) => expect(readWeek(text)).toBeNull());
});

describe('opening hours in words', () => {
  const hinckley = week(HINCKLEY);
  it('says today while there is still time', () => {
    expect(todayWords(hinckley, { day: 0, minute: 500 })).toBe('Open today 9:30 to 17:00');
    expect(todayWords(hinckley, { day: 0, minute: 1019 })).toBe('Open today 9:30 to 17:00');
  });
  it('says when it next opens', () => {
    expect(todayWords(hinckley, { day: 0, minute: 1020 })).toBe('Closed now; opens tomorrow at 9:30');
    expect(todayWords(hinckley, { day: 1, minute: 1100 })).toBe('Closed now; opens Thursday at 9:30');
    expect(todayWords(hinckley, { day: 6, minute: 0 })).toBe('Closed today; opens tomorrow at 9:30');
    expect(todayWords(week('Mo 09:00-10:00'), { day: 0, minute: 700 })).toBe(
      'Closed now; opens Monday at 9:00',
    );
    expect(todayWords(week('Mo-Su off'), { day: 2, minute: 0 })).toBe('Closed all week');
  });
  it('lets a group meet, and not open', () => {
    const tuesday = week('Tu 10:00-12:00');
    expect(todayWords(tuesday, { day: 1, minute: 0 }, true)).toBe('Meets today 10:00 to 12:00');
    expect(todayWords(tuesday, { day: 0, minute: 0 }, true)).toBe('Next meets tomorrow at 10:00');
    expect(todayWords(week('Mo off'), { day: 0, minute: 0 }, true)).toBe('Does not meet this week');
  });
  it('puts days of the same hours together', () => {
    expect(weekInBrief(hinckley)).toBe('Mon, Tue, Thu, Fri 9:30–17:00 · Sat 9:30–16:00 · Wed, Sun closed');
  });
  it('keeps time by the clock in Britain', () => {
    // 23:30 in UTC on a Sunday in July is 00:30 on Monday in Leicester.
    expect(londonMoment(new Date('2026-07-05T23:30:00Z'))).toEqual({ day: 0, minute: 30 });
    expect(londonMoment(new Date('2026-11-23T09:05:00Z'))).toEqual({ day: 0, minute: 545 });
  });
});
