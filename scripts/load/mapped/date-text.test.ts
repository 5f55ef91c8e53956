import { describe, expect, it } from 'vitest';
import { readDate } from './date-text.ts';

const asOf = (text: string, order?: Parameters<typeof readDate>[1]) => {
  const read = readDate(text, order);
  return 'problem' in read ? read.problem : read.asOf;
};

describe('readDate', () => {
  it('reads what can be read one way only', () => {
    expect(
      [
        '2026-05-31',
        '2026-05',
        '2026',
        '31 May 2026',
        '1st of',
        '05-May-2026',
        'Sunday, 31 May 2026',
        'May 2026',
      ].map((text) => asOf(text)),
    ).toEqual([
      '2026-05-31',
      '2026-05',
      '2026',
      '2026-05-31',
      expect.stringContaining('no date'),
      '2026-05-05',
      '2026-05-31',
      '2026-05',
    ]);
    expect(asOf('31/05/2026')).toBe('2026-05-31');
    expect(asOf('05/31/2026')).toBe('2026-05-31');
    expect(asOf('05/05/2026')).toBe('2026-05-05');
    expect(asOf('2026/05/06')).toBe('2026-05-06');
    expect(asOf('')).toBeNull();
  });

  it('refuses what may be read two ways, unless the mapping says which', () => {
    expect(asOf('05/06/2026')).toContain('"order": "day-month-year"');
    expect(asOf('05/06/2026', 'day-month-year')).toBe('2026-06-05');
    expect(asOf('05/06/2026', 'month-day-year')).toBe('2026-05-06');
    expect(asOf('31/05/2026', 'month-day-year')).toContain('month first, as the mapping says');
  });

  it('refuses days that there are not', () => {
    for (const text of ['31/02/2026', '2026-13', '2026-02-30', '5/6/26', 'last week']) {
      expect(asOf(text), text).toMatch(/^".*" /);
    }
  });
});
