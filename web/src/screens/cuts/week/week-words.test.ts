import { parseWeek } from '@kith/core/place/week';
import { describe, expect, it } from 'vitest';
import {
  beforeAfterWords,
  choiceOf,
  daysWords,
  hoursWords,
  keepsWords,
  weekWords,
  whenWords,
} from './week-words.ts';

const week = (text: string): string => {
  const read = parseWeek(text);
  if (!read) throw new Error(`not a week: ${text}`);
  return read;
};
const FULL = week('mo9-17.tu9-17.we9-17.th9-17.fr9-17.sa10-13');

describe('days and hours in words', () => {
  it('says days in a row as a span', () => {
    expect(daysWords(['mo', 'tu', 'we', 'th', 'fr'])).toBe('Monday to Friday');
    expect(daysWords(['th', 'tu'])).toBe('Tuesday and Thursday');
    expect(daysWords(['mo', 'tu', 'sa'])).toBe('Monday, Tuesday and Saturday');
  });

  it('says a whole week, with hours of some weeks only said so', () => {
    expect(weekWords(FULL)).toBe('Monday to Friday 9:00 to 17:00, Saturday 10:00 to 13:00');
    expect(weekWords(week('mo9-12.mo13-24'))).toBe('Monday 9:00 to 12:00 and 13:00 to midnight');
    expect(weekWords(week('sa10-12s'))).toBe('Saturday 10:00 to 12:00 some weeks');
    expect(weekWords(week('none'))).toBe('No hours');
  });
});

describe('what a place keeps, in words', () => {
  it('is short only where that says it exactly', () => {
    expect(keepsWords(week('tu9-17.th9-17'), FULL)).toBe('Only Tuesday and Thursday');
    expect(keepsWords(week('mo9-17.tu9-17.we9-17.th9-17.fr9-17'), FULL)).toBe('Weekdays only');
    expect(keepsWords(week('tu9-12'), FULL)).toBe('Only Tuesday mornings');
    expect(keepsWords(week('mo9-12.tu9-12.we9-12.th9-12.fr9-12.sa10-12'), FULL)).toBe('Mornings only');
    expect(keepsWords(week('mo12-17.tu12-17.we12-17.th12-17.fr12-17.sa12-13'), FULL)).toBe('No mornings');
    expect(keepsWords(week('tu9-12.th9-17'), FULL)).toBe('Tuesday 9:00 to 12:00, Thursday 9:00 to 17:00');
    expect(keepsWords(FULL, FULL)).toBe('All its hours');
    expect(keepsWords(week('tu17-20'), null)).toBe('Only Tuesday evenings');
    expect(keepsWords(week('tu9-17'), null)).toBe('Tuesday 9:00 to 17:00');
  });

  it('counts hours before and after, and says where they are not known', () => {
    expect(beforeAfterWords(week('tu9-12'), FULL)).toBe('3 hours a week, 43 now');
    expect(beforeAfterWords(week('tu9-10'), null)).toBe('1 hour a week; its hours now are not known');
    expect(hoursWords(week('tu9-12.sa10-12s'))).toBe('3 hours a week, and 2 in some weeks');
    expect(beforeAfterWords(week('tu9-12'), week('tu9-12.sa10-12s'))).toBe(
      '3 hours a week; now 3 hours a week, and 2 in some weeks',
    );
    expect(hoursWords(week('sa10-11s'))).toBe('1 hour in some weeks');
  });
});

describe('a time that is asked about', () => {
  it('reads as part of a sentence', () => {
    expect(whenWords({ days: ['tu'], from: 17, to: 22 })).toBe('on a Tuesday between 17:00 and 22:00');
    expect(whenWords({ days: ['su'], from: 0, to: 24 })).toBe('on a Sunday');
    expect(whenWords({ days: ['mo', 'tu', 'we', 'th', 'fr'], from: 9, to: 17 })).toBe(
      'on a weekday between 9:00 and 17:00',
    );
    expect(whenWords({ days: ['su', 'sa'], from: 20, to: 24 })).toBe(
      'on a Saturday or Sunday between 20:00 and midnight',
    );
  });

  it('is one of the choices of one tap only when it asks for the same hours', () => {
    expect(choiceOf({ days: ['su'], from: 0, to: 24 })?.id).toBe('sunday');
    expect(choiceOf({ days: ['su'], from: 0, to: 23 })).toBeUndefined();
  });
});
