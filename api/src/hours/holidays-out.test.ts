import { describe, expect, it } from 'vitest';
import { withoutHolidays } from './holidays-out.ts';

describe('a text without its holidays', () => {
  it.each([
    ['Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr 09:00-17:00; PH off', 'Mo-Fr 09:00-17:00'],
    ['PH off; Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr,PH 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['PH,Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['Mo-Fr,PH -1 day 09:00-17:00', 'Mo-Fr 09:00-17:00'],
    [
      'Mo 10:00-12:00,14:00-16:00, PH 10:00-12:00; Tu 09:00-12:00',
      'Mo 10:00-12:00,14:00-16:00; Tu 09:00-12:00',
    ],
    ['Mo 10:00-12:00, Tu 13:00-15:00', 'Mo 10:00-12:00, Tu 13:00-15:00'],
    ['Mo-Fr 09:00-17:00 || PH 10:00-11:00', 'Mo-Fr 09:00-17:00'],
    ['Mo 10:00-12:00 open "not PH; ask"', 'Mo 10:00-12:00 open "not PH; ask"'],
    ['ph off', ''],
  ])('%s', (text, left) => {
    expect(withoutHolidays(text)).toEqual({ term: left, break: left });
  });

  it.each([
    ['Mo 09:00-12:00; SH off', 'Mo 09:00-12:00', 'Mo 09:00-12:00; off'],
    ['Mo 09:00-12:00; PH,SH off', 'Mo 09:00-12:00', 'Mo 09:00-12:00; off'],
    ['SH Mo-Fr 10:00-16:00', '', 'Mo-Fr 10:00-16:00'],
  ])('%s is two texts, for term and for school holidays', (text, term, inBreak) => {
    expect(withoutHolidays(text)).toEqual({ term, break: inBreak });
  });
});
