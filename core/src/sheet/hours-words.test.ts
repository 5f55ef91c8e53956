import { describe, expect, it } from 'vitest';
import { hoursOfDays, hoursOfWords } from './hours-words.ts';

describe('opening times in words', () => {
  it.each([
    ['Tues 10-12, not 2nd wk', 'Tu[1,3,4,5] 10:00-12:00'],
    ['Mon-Fri 9-5', 'Mo-Fr 09:00-17:00'],
    ['Mon, Wed & Fri 9.30am to 1pm', 'Mo,We,Fr 09:30-13:00'],
    ['Mondays 2-4', 'Mo 14:00-16:00'],
    ['Thursday 10am - 12 noon', 'Th 10:00-12:00'],
    ['1st and 3rd Tuesday 2pm-4pm', 'Tu[1,3] 14:00-16:00'],
    ['Last Friday of the month 7-9pm', 'Fr[-1] 19:00-21:00'],
    ['10-12 every Wednesday', 'We 10:00-12:00'],
    ['Mon 10:00-12:00; Thu 14:00-16:00', 'Mo 10:00-12:00; Th 14:00-16:00'],
    ['Weekdays 0900-1700, Sat 10-1', 'Mo-Fr 09:00-17:00; Sa 10:00-13:00'],
    ['Tue 10-12 and 1-3', 'Tu 10:00-12:00,13:00-15:00'],
    ['Mon-Fri 9-5, closed Wed', 'Mo-Fr 09:00-17:00; We off'],
    ['Tuesdays 11-2pm', 'Tu 11:00-14:00'],
    ['Wed 7-9', null],
    ['Alternate Tuesdays 10-12', null],
    ['Tues 10-12 term time only', null],
    ['By appointment', null],
    ['Mornings', null],
    ['Tuesdays', null],
    ['9-5', null],
    ['Mon 10-12 ring first', null],
  ])('%s: %s', (words, hours) => {
    const read = hoursOfWords(words);
    expect(read.hours).toBe(hours);
    if (hours === null) expect(read.why).toMatch(/\.$/);
  });
});

it('reads a cell for each day, staffed and unstaffed hours together', () => {
  const days = [
    ['10:00-13:00', '13:00-17:00'],
    ['Closed'],
    ['10-1, 2-5'],
    [],
    ['10:00-17:00'],
    ['10am-1pm'],
    [''],
  ];
  expect(hoursOfDays(days).hours).toBe('Mo,Fr 10:00-17:00; We 10:00-13:00,14:00-17:00; Sa 10:00-13:00');
  expect(hoursOfDays([['ring'], [], [], [], [], [], []]).hours).toBeNull();
  expect(hoursOfDays([[], [], [], [], [], [], []]).hours).toBeNull();
});
