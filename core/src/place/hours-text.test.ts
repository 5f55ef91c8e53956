import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, type Hours, type HoursRule, isSpan, NTH_WEEKS, tidyHours } from './hours-rules.ts';
import { readHours, writeHours } from './hours-text.ts';
import { hoursInWords } from './hours-words.ts';
import { DAYS } from './week.ts';

const rule = (
  days: HoursRule['days'],
  from: number,
  to: number,
  weeks: HoursRule['weeks'] = [],
  instead = false,
): HoursRule => ({ days, weeks, spans: [{ from: from * 60, to: to * 60 }], instead });
const hours = (...rules: HoursRule[]): Hours => ({ rules, closedOnHolidays: false });

describe('hours written in the grammar of OpenStreetMap', () => {
  it.each<[Hours, string, string]>([
    [hours(rule(['tu'], 10, 12)), 'Tu 10:00-12:00', 'Every Tuesday, 10:00 to 12:00'],
    [
      hours(rule(['mo', 'tu', 'we', 'th', 'fr'], 9.5, 16), rule(['sa'], 14, 16, [1, 3])),
      'Mo-Fr 09:30-16:00; Sa[1,3] 14:00-16:00',
      'Monday to Friday, 9:30 to 16:00. The 1st and 3rd Saturday of the month, 14:00 to 16:00',
    ],
    // Another time of the same day is put with the first; what comes on top in some weeks follows a comma.
    [
      hours(rule(['tu'], 14, 16), rule(['tu'], 10, 12)),
      'Tu 10:00-12:00,14:00-16:00',
      'Every Tuesday, 10:00 to 12:00 and 14:00 to 16:00',
    ],
    [
      hours(rule(['tu'], 10, 12), rule(['tu'], 14, 16, [-1])),
      'Tu 10:00-12:00, Tu[-1] 14:00-16:00',
      'Every Tuesday, 10:00 to 12:00. The last Tuesday of the month, 14:00 to 16:00',
    ],
    [
      hours(rule(['tu'], 10, 12), rule(['tu'], 14, 16, [1, 3], true)),
      'Tu 10:00-12:00; Tu[1,3] 14:00-16:00',
      'Every Tuesday, 10:00 to 12:00. The 1st and 3rd Tuesday of the month, 14:00 to 16:00 instead',
    ],
    [
      hours(rule(['mo'], 9, 12), rule(['we'], 9, 12)),
      'Mo,We 09:00-12:00',
      'Monday and Wednesday, 9:00 to 12:00',
    ],
    [hours(rule(['fr'], 20, 25)), 'Fr 20:00-01:00', 'Every Friday, 20:00 to 1:00 the next morning'],
    [hours(rule(['su'], 18, 24)), 'Su 18:00-24:00', 'Every Sunday, 18:00 to midnight'],
    [ALWAYS, '24/7', 'Open at all hours'],
    [
      { ...hours(rule(DAYS, 10, 16)), closedOnHolidays: true },
      'Mo-Su 10:00-16:00; PH off',
      'Every day, 10:00 to 16:00. Closed on bank holidays',
    ],
    [hours(), '', ''],
    [hours(rule([], 10, 12), rule(['mo'], 12, 10)), '', ''],
  ])('%j', (said, text, words) => {
    expect(writeHours(said)).toBe(text);
    expect(hoursInWords(said)).toBe(words);
    expect(text === '' ? null : writeHours(readHours(text) ?? hours())).toBe(text === '' ? null : text);
  });

  it('reads what others write as plainly', () => {
    expect(hoursInWords(readHours('Mo, We 9:00 - 12:00; PH closed') ?? hours())).toBe(
      'Monday and Wednesday, 9:00 to 12:00. Closed on bank holidays',
    );
    // A later rule takes the place of an earlier one for its days.
    expect(writeHours(readHours('Mo-Fr 09:00-17:00; We off; Fr 09:00-12:00') ?? hours())).toBe(
      'Mo,Tu,Th 09:00-17:00; Fr 09:00-12:00',
    );
    expect(writeHours(readHours('Sa-Mo 10:00-12:00') ?? hours())).toBe('Mo,Sa,Su 10:00-12:00');
    expect(writeHours(readHours('Fr 20:00-26:00') ?? hours())).toBe('Fr 20:00-02:00');
    expect(readHours('Tu[1] 10:00-12:00; Tu[2] 14:00-16:00')?.rules.map((each) => each.instead)).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    '',
    'by appointment',
    'Mo-Fr sunrise-sunset',
    'Jan-Mar Mo 10:00-12:00',
    'Mo 09:75-10:00',
    'Mo 10:00-10:00',
    'Mo 10:00',
    'Xx 09:00-10:00',
    'Mo-We-Fr 09:00-10:00',
    'Tu[6] 10:00-12:00',
    'Tu[1],We[2] 10:00-12:00',
    'Tu 10:00-12:00; Tu[1] off',
    'Mo 10:00-12:00 "ring first"',
    'Mo-Fr 10:00-12:00; SH off',
  ])('does not guess at %o', (text) => expect(readHours(text)).toBeNull());

  const span = fc
    .record({ from: fc.nat(1439), minutes: fc.integer({ min: 1, max: 1440 }) })
    .map(({ from, minutes }) => ({ from, to: from + minutes }))
    .filter(isSpan);
  const anyRule = fc.record({
    days: fc.subarray([...DAYS], { minLength: 1 }),
    weeks: fc.oneof(fc.constant([]), fc.subarray([...NTH_WEEKS])),
    spans: fc.array(span, { minLength: 1, maxLength: 3 }),
    instead: fc.constant(false),
  });
  const anyHours = fc.record({
    rules: fc.array(anyRule, { minLength: 1, maxLength: 5 }),
    closedOnHolidays: fc.boolean(),
  });

  it('says the same when it is read back, whatever a form was filled with', () => {
    fc.assert(
      fc.property(anyHours, (said) => {
        const text = writeHours(said);
        const read = readHours(text);
        expect(read).toEqual(tidyHours(said));
        expect(writeHours(read ?? hours())).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and what it reads it writes so that it reads the same again', () => {
    const piece = fc.constantFrom(
      'Mo',
      'Tu[1]',
      '-',
      ',',
      ';',
      ' ',
      '10:00',
      '12:30-26:00',
      'off',
      'PH off',
      '24/7',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readHours(pieces.join(''));
        if (read) expect(readHours(writeHours(read))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
