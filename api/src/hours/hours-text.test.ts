import { type Hours, isSpan, NTH_WEEKS } from '@kith/core/place/hours-rules';
import { readHours, writeHours } from '@kith/core/place/hours-text';
import { DAYS } from '@kith/core/place/week';
import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';

/** Nine weeks from a Monday, over ends of months of which the last of a weekday is a fifth and of others not. */
const FROM = new Date(2026, 2, 2);
const NIGHTS = 63;
const DAY = 24 * 60;

const span = fc
  .record({ from: fc.nat(95), quarters: fc.integer({ min: 1, max: 40 }) })
  .map(({ from, quarters }) => ({ from: from * 15, to: (from + quarters) * 15 }))
  .filter(isSpan);
const anyHours: fc.Arbitrary<Hours> = fc.record({
  rules: fc.array(
    fc.record({
      days: fc.subarray([...DAYS], { minLength: 1 }),
      weeks: fc.oneof(fc.constant([]), fc.subarray([...NTH_WEEKS])),
      spans: fc.array(span, { minLength: 1, maxLength: 2 }),
      instead: fc.constant(false),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  closedOnHolidays: fc.constant(false),
});

/** Whether it is open, by what the form said: from its rules and nothing else. */
function openByForm({ rules }: Hours, at: Date): boolean {
  const minute = at.getHours() * 60 + at.getMinutes();
  return [0, 1].some((daysAgo) => {
    const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() - daysAgo);
    const isLast =
      new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7).getMonth() !== day.getMonth();
    const nth = Math.ceil(day.getDate() / 7);
    return rules.some(
      ({ days, weeks, spans }) =>
        days.includes(DAYS[(day.getDay() + 6) % 7] ?? 'mo') &&
        (weeks.length === 0 || weeks.some((week) => (week === -1 ? isLast : week === nth))) &&
        spans.some(({ from, to }) => minute + daysAgo * DAY >= from && minute + daysAgo * DAY < to),
    );
  });
}

describe('what the form writes', () => {
  it('means the same to the package that works weeks out, hour by hour over nine weeks', () => {
    fc.assert(
      fc.property(anyHours, (said) => {
        const text = writeHours(said);
        const hours = new OpeningHours(text, null, 0);
        for (let at = 0; at < NIGHTS * 24; at++) {
          const time = new Date(FROM.getFullYear(), FROM.getMonth(), FROM.getDate(), at, (at * 15) % 60);
          if (hours.getState(time) !== openByForm(said, time))
            throw new Error(`${text} at ${time.toString()}`);
        }
        expect(readHours(text)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
