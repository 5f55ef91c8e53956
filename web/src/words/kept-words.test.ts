import { describe, expect, it } from 'vitest';
import { dayWordsOf, momentWords, saidWords } from './kept-words.ts';

describe('what stands in a field', () => {
  it.each([
    ['kind', 'library', 'Library'],
    ['status', 'temporarily-closed', 'Closed for now'],
    ['openingHours', 'Mo-Fr 09:00-17:00', 'Mon, Tue, Wed, Thu, Fri 9:00–17:00 · Sat, Sun closed'],
    ['openingHours', 'by appointment', 'by appointment'],
    ['phone', null, 'Nothing'],
    ['runBy', 'community', 'its community'],
    ['position', { lon: -1.3, lat: 52.6 }, '52.6, -1.3'],
    ['position', { lon: -1.3, lat: 52.6, precision: 'postcode' }, '52.6, -1.3 (from the postcode)'],
  ] as const)('%s %s is said as %s', (field, value, words) => expect(saidWords(field, value)).toBe(words));
});

it('says times by the clock of Britain', () => {
  expect(dayWordsOf('2026-06-30T23:30:00Z')).toBe('1 July 2026');
  expect(momentWords('2026-05-03T08:05:00Z')).toBe('3 May 2026, 09:05');
  expect(dayWordsOf('2026-05')).toBe('May 2026');
});
