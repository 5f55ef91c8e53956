import { NTH_WEEKS } from '@kith/core/place/hours-rules';
import { clockText, writeHours } from '@kith/core/place/hours-text';
import { hoursInWords } from '@kith/core/place/hours-words';
import { DAYS } from '@kith/core/place/week';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes, timesWords } from '../../words/opening-hours.ts';
import { hoursWords } from '../../words/place-words.ts';
import { hoursOfDraft } from './draft.ts';
import { typedTimes } from './typed-times.ts';

/** All that the editor can hold: days, weeks of the month, and two times as somebody types them. */
const anyTime = fc.record({
  days: fc.subarray([...DAYS]),
  weeks: fc.oneof(fc.constant([]), fc.subarray([...NTH_WEEKS])),
  from: fc.oneof(fc.nat(1439).map(clockText), fc.constantFrom('', '9', '7pm', '2.30', 'noon', 'ten')),
  to: fc.oneof(fc.nat(1440).map(clockText), fc.constantFrom('', '5', '9pm', '4.15', 'midnight', '24:00')),
});
const anyForm = fc.record({
  times: fc.array(anyTime, { minLength: 1, maxLength: 6 }),
  closedOnHolidays: fc.boolean(),
});
const monday = new Date('2026-11-23T10:00:00Z');

describe('whatever the editor of times writes', () => {
  it('is said back in words, and never as it is written', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const text = writeHours(hoursOfDraft(form));
        if (text === '') return;
        const read = readTimes(text);
        expect(read && hoursInWords(read)).toBe(hoursInWords(hoursOfDraft(form)));
        const place = { kind: 'hall', status: 'open', yearClosed: null, when: null, mobile: false } as const;
        for (const words of [timesWords(text), hoursWords({ ...place, openingHours: text }, monday) ?? '']) {
          expect(words).not.toBe('');
          expect(words).not.toMatch(/\b(Mo|Tu|We|Th|Fr|Sa|Su|PH)\b|24\/7|[[\]]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is shown in the editor again as it was', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const text = writeHours(hoursOfDraft(form));
        const typed = typedTimes(text);
        if (text !== '') expect(typed && writeHours(hoursOfDraft(typed))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('times that stand, in the editor', () => {
  it('has a time for each stretch', () => {
    expect(typedTimes('Mo-Tu 09:30-12:00,13:00-17:00; Sa[1,3] 20:00-01:00; PH off')).toEqual({
      times: [
        { days: ['mo', 'tu'], weeks: [], from: '09:30', to: '12:00' },
        { days: ['mo', 'tu'], weeks: [], from: '13:00', to: '17:00' },
        { days: ['sa'], weeks: [1, 3], from: '20:00', to: '01:00' },
      ],
      closedOnHolidays: true,
    });
  });
  it.each(['by appointment', 'Jan-Mar Mo 10:00-12:00', 'Tu 10:00-12:00; Tu[1] 14:00-16:00', 'Mo-Su off', ''])(
    'leaves %o to be written by hand',
    (text) => expect(typedTimes(text)).toBeNull(),
  );
});
