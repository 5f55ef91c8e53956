import { describe, expect, it } from 'vitest';
import { dayRows, hoursLost, hoursWithReach, percentOf, weekRows } from './reach-hours.ts';

const none = Array.from({ length: 168 }, () => 0);
const at = (...slots: [slot: number, people: number][]): number[] =>
  slots.reduce((all, [slot, people]) => all.with(slot, people), none);
/** Monday 9:00 and 10:00, and Tuesday 14:00. */
const week = { before: at([9, 50], [10, 50], [24 + 14, 80]), after: at([9, 50], [10, 20]) };

describe('people within reach hour by hour', () => {
  it('shows the hours from the first to the last in which anybody has anything open', () => {
    expect(hoursWithReach(week)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(hoursWithReach({ before: none, after: none })).toEqual([]);
  });

  it('has a row for each hour and a column for each day', () => {
    const [nine] = weekRows(week, [9]);
    expect(nine?.days).toHaveLength(7);
    expect(nine?.days[0]).toEqual({ hour: 9, before: 50, after: 50 });
    expect(dayRows(week, 1, [14])).toEqual([{ hour: 14, before: 80, after: 0 }]);
  });

  it('counts the hours in which fewer have one, and in which nobody has', () => {
    expect(hoursLost(week)).toEqual({ fewer: 2, none: 1 });
  });

  it('never says none of some, nor all of nearly all', () => {
    expect(percentOf(1, 10_000)).toBe(1);
    expect(percentOf(9_999, 10_000)).toBe(99);
    expect(percentOf(10_000, 10_000)).toBe(100);
    expect(percentOf(0, 10)).toBe(0);
  });
});
