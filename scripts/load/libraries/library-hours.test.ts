import { describe, expect, it } from 'vitest';
import { clockHours, closuresIn } from './library-hours.ts';

const week = (...days: string[]): readonly (readonly string[])[] =>
  Object.freeze(days.map((day) => Object.freeze(day === '' ? [] : day.split(','))));
const SHUT = Array.from({ length: 7 }, () => [] as string[]);

describe('clockHours', () => {
  it('writes days with the same hours as one rule', () => {
    const days = week('09:00-17:00', '09:00-17:00', '09:00-17:00', '', '09:00-19:00', '10:00-13:00', '');
    expect(clockHours(days, '', [])).toEqual({
      openingHours: 'Mo-We 09:00-17:00; Fr 09:00-19:00; Sa 10:00-13:00',
      total: 37,
      doubt: '',
    });
  });

  it('takes a midday closure out of the days that the note names', () => {
    const days = week('10:00-17:00', '10:00-17:00', '', '', '', '', '');
    expect(clockHours(days, 'Hours closed: Tu 13:00-14:00', []).openingHours).toBe(
      'Mo 10:00-17:00; Tu 10:00-13:00,14:00-17:00',
    );
  });

  it('joins staffed and unstaffed hours that overlap', () => {
    const days = week('08:00-19:00,10:00-14:00', '', '', '', '', '', '');
    expect(clockHours(days, '', [])).toMatchObject({ openingHours: 'Mo 08:00-19:00', total: 11 });
  });

  it('leaves hours open where a note cannot be read for certain', () => {
    const days = week('10:00-17:00', '', '', '', '', '', '');
    const { openingHours, doubt } = clockHours(days, 'Closes for lunch most days', []);
    expect(openingHours).toBe('');
    expect(doubt).toContain('Mon 10:00-17:00');
  });

  it('leaves hours open where the other list has a break and nobody says when', () => {
    const days = week('10:00-17:00', '', '', '', '', '', '');
    const { openingHours, doubt } = clockHours(days, '', ['am & pm (with closure)']);
    expect(openingHours).toBe('');
    expect(doubt).toContain('shuts in the middle of the day on Mon');
  });

  it('leaves hours open where the other list has it shut that day, and says so', () => {
    const days = week('10:00-17:00', '10:00-13:00', '', '', '', '', '');
    const { openingHours, doubt } = clockHours(days, '', [
      'closed',
      'am only',
      'closed',
      'closed',
      'closed',
      'closed',
      'closed',
    ]);
    expect(openingHours).toBe('');
    expect(doubt).toContain('differs on Mon');
  });

  it('keeps hours that part only in the part of the day, and says so', () => {
    const days = week('10:00-17:00', '', '', '', '', '', '');
    const { openingHours, doubt } = clockHours(days, '', ['pm only']);
    expect(openingHours).toBe('Mo 10:00-17:00');
    expect(doubt).toContain('part of Mon');
  });

  it('has nothing to say where there are no hours, or none that make sense', () => {
    const nothing = { openingHours: '', total: 0, doubt: '' };
    expect(clockHours(SHUT, 'Hours closed: Tu 13:00-14:00', [])).toEqual(nothing);
    expect(clockHours(week('17:00-09:00', '', '', '', '', '', ''), '', [])).toEqual(nothing);
    expect(clockHours([], '', [])).toEqual(nothing);
  });
});

describe('closuresIn', () => {
  it('reads the ways in which councils write them', () => {
    const noon = 12 * 60;
    const daysOf = (note: string) =>
      closuresIn(note)?.flatMap((ranges, day) => (ranges.length > 0 ? [day] : []));
    expect(daysOf('Hours closed: W&F 12:00-14:00')).toEqual([2, 4]);
    expect(daysOf('Hours closed: M-Th 12:30-14:00')).toEqual([0, 1, 2, 3]);
    expect(daysOf('Previously called Forest East Community Library. Hours closed: W&Th 12:00-14:00')).toEqual(
      [2, 3],
    );
    expect(daysOf('Closed for lunch 13.00 - 14.00, Mon, Tues & Thurs')).toEqual([0, 1, 3]);
    expect(daysOf('Closed Wednesdays and Fridays 13:00 to 14:00')).toEqual([2, 4]);
    expect(closuresIn('Closed 12.00 - 2.00 Wed & Fri')?.[2]).toEqual([[noon, 14 * 60]]);
    expect(closuresIn('Hours closed: W 12:00-15:00; F13:00-14:00')?.[4]).toEqual([[13 * 60, 14 * 60]]);
    expect(closuresIn('Hours closed: M&Tu 10:00-13:00 and 15:00-18:00; F 10:00-13:00')?.[1]).toHaveLength(2);
  });

  it('takes other notes for what they are', () => {
    for (const note of ['', 'Refurbished 2017', 'Closed and replaced by Riverside Library']) {
      expect(closuresIn(note)).toEqual([]);
    }
  });

  it('gives up rather than guess', () => {
    for (const note of [
      'Closed for lunch 1-2pm',
      'Closes for lunch Tue & Thu',
      'Hours closed: F14:00-13:00',
    ]) {
      expect(closuresIn(note)).toBeNull();
    }
  });
});
