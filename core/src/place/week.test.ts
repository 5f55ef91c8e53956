import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAYS,
  formatWeek,
  hoursOf,
  isWithinWeek,
  openAt,
  parseWeek,
  SLOTS,
  slotsOf,
  WEEK_PATTERN,
  type Week,
} from './week.ts';

const read = (text: string): Week => parseWeek(text) ?? expect.fail(`not a week: ${text}`);
const weeks: fc.Arbitrary<Week> = fc
  .array(fc.constantFrom('.', '.', 'o', 's'), { minLength: SLOTS, maxLength: SLOTS })
  .map((slots) => slots.join(''));

describe('the text of a week', () => {
  it('is runs of hours by day, those of some weeks marked', () => {
    const week = read('mo9-17.tu9-13.sa10-12s');
    expect(week).toHaveLength(SLOTS);
    expect(week.slice(0, 24)).toBe(`${'.'.repeat(9)}${'o'.repeat(8)}${'.'.repeat(7)}`);
    expect(week.slice(5 * 24, 6 * 24)).toBe(`${'.'.repeat(10)}ss${'.'.repeat(12)}`);
    expect(hoursOf(week)).toEqual({ everyWeek: 12, someWeeks: 2 });
    expect(formatWeek(week)).toBe('mo9-17.tu9-13.sa10-12s');
  });

  it('says a day cut in two, a whole day, and no hour at all', () => {
    expect(formatWeek(read('mo14-16.mo9-12'))).toBe('mo9-12.mo14-16');
    expect(formatWeek(read('su0-24'))).toBe('su0-24');
    expect(formatWeek(read('none'))).toBe('none');
    expect(read('none')).toBe('.'.repeat(SLOTS));
    expect(formatWeek(read('we9-12.we12-13s'))).toBe('we9-12.we12-13s');
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        expect(week).toMatch(WEEK_PATTERN);
        expect(parseWeek(formatWeek(week))).toBe(week);
      }),
    );
  });

  it.each([
    '',
    'mo',
    'mo9',
    'mo9-',
    'mo17-9',
    'mo9-9',
    'mo9-25',
    'xx9-17',
    'mo9-17o',
    'mo9-17,tu9-17',
    'mo9-17..',
    'MO9-17',
  ])('is not "%s"', (text) => expect(parseWeek(text)).toBeNull());
});

describe('a time', () => {
  it('is the hours of each of its days, in the order of the week, without its end', () => {
    expect(slotsOf({ days: ['su', 'tu'], from: 18, to: 21 })).toEqual([42, 43, 44, 162, 163, 164]);
    expect(slotsOf({ days: ['mo'], from: 0, to: 24 })).toHaveLength(24);
    expect(slotsOf({ days: [...DAYS], from: 0, to: 24 })).toEqual(
      Array.from({ length: SLOTS }, (_, at) => at),
    );
    expect(slotsOf({ days: [], from: 9, to: 17 })).toEqual([]);
  });

  it('is open where any of its hours is, and not known where the week is not', () => {
    const evening = slotsOf({ days: ['tu'], from: 18, to: 21 });
    expect(openAt(read('tu20-22'), evening)).toBe('open');
    expect(openAt(read('tu21-22'), evening)).toBe('closed');
    expect(openAt(read('tu18-19s'), evening)).toBe('some-weeks');
    expect(openAt(read('tu18-19s.tu19-20'), evening)).toBe('open');
    expect(openAt(read('none'), evening)).toBe('closed');
    expect(openAt(null, evening)).toBe('unknown');
  });
});

describe('the hours that a place keeps', () => {
  it('lie within its week when it has every one of them', () => {
    const week = read('mo9-17.sa10-12s');
    expect(isWithinWeek(read('mo9-12'), week)).toBe(true);
    expect(isWithinWeek(read('mo9-12s.sa10-11s'), week)).toBe(true);
    expect(isWithinWeek(week, week)).toBe(true);
    expect(isWithinWeek(read('none'), week)).toBe(true);
    expect(isWithinWeek(read('mo8-10'), week)).toBe(false);
    expect(isWithinWeek(read('sa10-11'), week)).toBe(false);
  });

  it('are never more than the week has', () => {
    fc.assert(
      fc.property(weeks, weeks, (week, of) => {
        if (!isWithinWeek(week, of)) return;
        const [kept, all] = [hoursOf(week), hoursOf(of)];
        expect(kept.everyWeek).toBeLessThanOrEqual(all.everyWeek);
        expect(kept.everyWeek + kept.someWeeks).toBeLessThanOrEqual(all.everyWeek + all.someWeeks);
      }),
    );
    expect(isWithinWeek('s'.repeat(SLOTS), 'o'.repeat(SLOTS))).toBe(true);
  });
});
