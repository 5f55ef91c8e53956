import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from './calendar.ts';
import { freshnessOf, REMIND_DAYS, staleFrom } from './freshness.ts';

describe('days of the calendar', () => {
  it('keeps to the last day of a shorter month, over years and leap days', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-12-05', 12)).toBe('2027-12-05');
  });

  it('goes to and fro over ends of months and years', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-10', -40)).toBe('2025-12-01');
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
  });
});

describe('how fresh a kept listing is', () => {
  it('says nothing of one that nobody has checked', () => {
    expect(freshnessOf('group', null, '2026-11-23')).toBeNull();
  });

  it('goes from fresh to due, stale and old on the very days', () => {
    const checked = '2026-01-15';
    expect(staleFrom('group', checked)).toBe('2026-04-15');
    const due = addDays('2026-04-15', -REMIND_DAYS);
    expect(freshnessOf('group', checked, addDays(due, -1))).toBe('fresh');
    expect(freshnessOf('group', checked, due)).toBe('due');
    expect(freshnessOf('group', checked, '2026-04-14')).toBe('due');
    expect(freshnessOf('group', checked, '2026-04-15')).toBe('stale');
    expect(freshnessOf('group', checked, '2026-07-14')).toBe('stale');
    expect(freshnessOf('group', checked, '2026-07-15')).toBe('old');
    expect(freshnessOf('hall', checked, '2026-04-15')).toBe('fresh');
    expect(freshnessOf('library', checked, '2026-12-31')).toBe('due');
  });
});
