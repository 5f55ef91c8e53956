import { DAYS, hoursOf, parseWeek } from '@kith/core/place/week';
import { describe, expect, it } from 'vitest';
import {
  hoursOfWeek,
  hoursShown,
  keepOnly,
  NO_HOURS,
  openFor,
  quickChanges,
  setSlots,
  setSpan,
  spanOf,
} from './week-edit.ts';

const week = (text: string): string => {
  const read = parseWeek(text);
  if (!read) throw new Error(`not a week: ${text}`);
  return read;
};
const LUNCH = week('mo9-12.mo13-17.tu9-17.sa10-12s');

describe('what a place keeps of its week', () => {
  it('gives back only hours that it had', () => {
    const none = setSlots(
      LUNCH,
      Array.from({ length: 168 }, (_, slot) => slot),
      false,
      LUNCH,
    );
    expect(none).toBe(NO_HOURS);
    expect(
      setSlots(
        none,
        Array.from({ length: 168 }, (_, slot) => slot),
        true,
        LUNCH,
      ),
    ).toBe(LUNCH);
    expect(setSlots(none, [3], true, LUNCH)).toBe(NO_HOURS);
    expect(setSlots(none, [5 * 24 + 10], true, LUNCH)).toBe(week('sa10-11s'));
  });

  it('lets any hour be kept where its hours are not known', () => {
    expect(setSlots(NO_HOURS, [9, 10], true, null)).toBe(week('mo9-11'));
  });

  it('says a day from its first to its last hour, and sets it with its lunch hour left closed', () => {
    expect(spanOf(LUNCH, 'mo')).toEqual({ from: 9, to: 17 });
    expect(spanOf(LUNCH, 'we')).toBeNull();
    expect(setSpan(LUNCH, 'mo', { from: 11, to: 14 }, LUNCH)).toBe(week('mo11-12.mo13-14.tu9-17.sa10-12s'));
    expect(setSpan(LUNCH, 'tu', null, LUNCH)).toBe(week('mo9-12.mo13-17.sa10-12s'));
    expect(setSpan(NO_HOURS, 'mo', { from: 11, to: 14 }, null)).toBe(week('mo11-14'));
  });

  it('keeps some days or hours', () => {
    expect(keepOnly(LUNCH, (day, hour) => day === 'mo' && hour < 12)).toBe(week('mo9-12'));
    expect(hoursOf(openFor(DAYS, 0, 24)).everyWeek).toBe(168);
  });

  it('shows the hours it has, or a working day at least where they are not known', () => {
    expect(hoursOfWeek(LUNCH)).toEqual({ from: 9, to: 17 });
    expect(hoursShown(NO_HOURS)).toEqual({ from: 9, to: 18 });
    expect(hoursShown(week('fr7-8.sa20-24'))).toEqual({ from: 7, to: 24 });
  });
});

describe('quick choices', () => {
  it('leave out what would change nothing and what would leave no hour', () => {
    const mornings = week('mo9-12.tu9-12');
    const offered = quickChanges(mornings, mornings).map(({ id }) => id);
    expect(offered).toEqual(['two-days']);
    expect(quickChanges(LUNCH, LUNCH).map(({ id }) => id)).toEqual([
      'no-mornings',
      'mornings',
      'weekdays',
      'two-days',
    ]);
    expect(quickChanges(NO_HOURS, LUNCH).map(({ id }) => id)).toContain('all');
  });

  it('fill a week whose hours are not known', () => {
    const [first] = quickChanges(NO_HOURS, null);
    expect(hoursOf(first?.change(null) ?? '').everyWeek).toBe(40);
  });
});
