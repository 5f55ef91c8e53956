import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from './calendar.ts';
import { cutoffsOf, freshnessOf, REMIND_DAYS, staleFrom } from './freshness.ts';

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

  it('turned round says the same of every day of two years and more, for every step', () => {
    for (const kind of ['group', 'hall', 'library'] as const) {
      for (const today of [
        '2026-02-28',
        '2026-05-31',
        '2026-11-23',
        '2026-11-30',
        '2028-02-29',
        '2027-12-31',
      ]) {
        const { due, stale, old } = cutoffsOf(kind, today);
        for (let back = 0; back < 820; back++) {
          const checked = addDays(today, -back);
          const said = checked <= old ? 'old' : checked <= stale ? 'stale' : checked <= due ? 'due' : 'fresh';
          expect([kind, checked, said]).toEqual([kind, checked, freshnessOf(kind, checked, today)]);
        }
      }
    }
  });
});
