import { spanWords } from '@kith/core/place/hours-words';
import { describe, expect, it } from 'vitest';
import { askedOfTimes, readTimes } from './times-typed.ts';

describe('times as people type them', () => {
  it.each([
    ['10', '12', '10:00 to 12:00'],
    ['10', '4', '10:00 to 16:00'],
    ['2', '4', '14:00 to 16:00'],
    ['9.30am', '1pm', '9:30 to 13:00'],
    ['930', '1230', '9:30 to 12:30'],
    ['1400', '1530', '14:00 to 15:30'],
    ['14:00', '16:00', '14:00 to 16:00'],
    ['7', '9pm', '19:00 to 21:00'],
    ['9', '5pm', '9:00 to 17:00'],
    ['9', '5', '9:00 to 17:00'],
    ['10', '12pm', '10:00 to 12:00'],
    ['11', 'noon', '11:00 to 12:00'],
    ['12', '2', '12:00 to 14:00'],
    ['8 p.m.', 'midnight', '20:00 to midnight'],
    ['8pm', '1', '20:00 to 1:00 the next morning'],
    ['8pm', '1am', '20:00 to 1:00 the next morning'],
    ['06:00', '08:00', '6:00 to 8:00'],
    ['00:00', '24:00', '0:00 to midnight'],
  ])('%s to %s', (from, to, words) => {
    const span = readTimes(from, to);
    expect(span && spanWords(span)).toBe(words);
  });

  it.each([
    ['', '12'],
    ['10', ''],
    ['ten', '12'],
    ['10', '25'],
    ['10:75', '12'],
    ['13pm', '14'],
    // An end in the forenoon of the next day is a slip.
    ['16:00', '09:00'],
    ['16:00', '16:00'],
  ])('does not guess at %o to %o', (from, to) => expect(readTimes(from, to)).toBeNull());
});

describe('an end before the beginning', () => {
  it('is asked about where the two may be the wrong way round', () => {
    expect(askedOfTimes('4', '2')).toBe(
      'Until 2:00 the next morning? If you mean 14:00 to 16:00, change the times round.',
    );
  });
  it.each([
    ['2', '4'],
    ['8pm', '1am'],
    ['20:00', '01:00'],
    ['8 p.m.', 'midnight'],
    ['ten', '2'],
  ])('is taken as it is at %s to %s', (from, to) => expect(askedOfTimes(from, to)).toBeNull());
});
