import { describe, expect, it } from 'vitest';
import {
  asFortnight,
  NO_TIMES,
  textsWithTimes,
  timesThatStand,
  timesTouched,
  wordsAnswer,
  wordsToAsk,
} from './edit-times.ts';

const time = (days: readonly ('mo' | 'tu')[], from: string, to: string) => ({ days, weeks: [], from, to });
const set = (...times: ReturnType<typeof time>[]) => ({ times, closedOnHolidays: false });
const TUESDAYS = { openingHours: 'Tu 10:00 - 12:00' };

describe('the times of a place in an edit', () => {
  it('stand in their editor where it can show them', () => {
    expect(timesThatStand(TUESDAYS)).toEqual(set(time(['tu'], '10:00', '12:00')));
    expect(timesThatStand({ openingHours: 'Jan-Mar Tu 10:00-12:00' })).toBeNull();
    expect(timesThatStand({ openingHours: null })).toBe(NO_TIMES);
  });

  it('are written as they are typed; half typed they are not, and are known to be begun', () => {
    expect(textsWithTimes(TUESDAYS, TUESDAYS, set(time(['tu'], '2', '4')))).toEqual({
      openingHours: 'Tu 14:00-16:00',
    });
    const half = set(time(['tu'], '10:00', '12:00'), time(['mo'], '9', ''));
    expect(textsWithTimes(TUESDAYS, TUESDAYS, half)).toEqual(TUESDAYS);
    expect(timesTouched(half, TUESDAYS)).toBe(true);
    expect(timesTouched(set(time(['tu'], '10:00', '12:00')), TUESDAYS)).toBe(false);
  });

  it('are no change where they are typed again as they stood', () => {
    const away = textsWithTimes(TUESDAYS, TUESDAYS, set(time(['tu'], '2', '4')));
    expect(textsWithTimes(TUESDAYS, away, set(time(['tu'], '10', '12')))).toEqual(TUESDAYS);
  });

  it('as text are left alone until something is typed in their place; all taken away they are gone', () => {
    const text = { openingHours: 'Jan-Mar Tu 10:00-12:00' };
    expect(textsWithTimes(text, text, NO_TIMES)).toBe(text);
    expect(timesTouched(NO_TIMES, text)).toBe(false);
    expect(textsWithTimes(text, text, set())).toEqual({ openingHours: '' });
  });

  it('take the words along that were written from them, and no others', () => {
    const shown = { ...TUESDAYS, when: 'Every Tuesday, 10:00 to 12:00' };
    const once = textsWithTimes(shown, shown, set(time(['mo'], '10', '12')));
    expect(once.when).toBe('Every Monday, 10:00 to 12:00');
    expect(textsWithTimes(shown, once, set(time(['mo'], '2', '4'))).when).toBe(
      'Every Monday, 14:00 to 16:00',
    );
    const own = { ...TUESDAYS, when: 'Tuesdays, not in August' };
    expect(textsWithTimes(own, own, set(time(['mo'], '10', '12'))).when).toBe('Tuesdays, not in August');
  });
});

describe('every two weeks in an edit', () => {
  const typed = set(time(['mo'], '9:00', '11:00'), time(['tu'], '10:00', '12:00'));
  const shown = { openingHours: 'Mo 09:00-11:00; Tu 10:00-12:00' };

  it('leaves the times and is said in words; the other times stay', () => {
    expect(asFortnight(shown, shown, typed, 1)).toEqual({
      typed: set(time(['mo'], '9:00', '11:00')),
      texts: {
        openingHours: 'Mo 09:00-11:00',
        when: 'Every second Tuesday, 10:00 to 12:00',
      },
    });
    expect(asFortnight(TUESDAYS, TUESDAYS, set(time(['tu'], '10:00', '12:00')), 0).texts).toEqual({
      openingHours: '',
      when: 'Every second Tuesday, 10:00 to 12:00',
    });
  });

  it('is said of both of two times, and the words say nothing that the times do not', () => {
    const one = asFortnight(shown, shown, typed, 1);
    const both = asFortnight(shown, one.texts, one.typed, 0);
    expect(both.texts).toEqual({
      openingHours: '',
      when: 'Every second Monday, 9:00 to 11:00. Every second Tuesday, 10:00 to 12:00',
    });
    const later = textsWithTimes(shown, one.texts, set(time(['mo'], '14:00', '16:00')));
    expect(later).toEqual({ openingHours: 'Mo 14:00-16:00', when: 'Every second Tuesday, 10:00 to 12:00' });
  });

  it('is said no more where it is typed as a time again', () => {
    const { texts } = asFortnight(shown, { ...shown, when: 'Not in August' }, typed, 1);
    expect(texts.when).toBe('Every second Tuesday, 10:00 to 12:00. Not in August');
    expect(textsWithTimes(shown, texts, typed)).toEqual({ ...shown, when: 'Not in August' });
  });

  it('stands in place of words that were written from the times, and before others', () => {
    const written = { ...TUESDAYS, when: 'Every Tuesday, 10:00 to 12:00' };
    const one = set(time(['tu'], '10:00', '12:00'));
    expect(asFortnight(written, written, one, 0).texts.when).toBe('Every second Tuesday, 10:00 to 12:00');
    const own = { ...TUESDAYS, when: 'Not in August' };
    expect(asFortnight(own, own, one, 0).texts.when).toBe(
      'Every second Tuesday, 10:00 to 12:00. Not in August',
    );
  });
});

describe('words beside times that were changed', () => {
  const own = { ...TUESDAYS, when: 'Tuesdays, not in August' };
  const monday = { ...own, openingHours: 'Mo 10:00-12:00' };

  it('are asked about, unless they went along with the times', () => {
    expect(wordsToAsk(own, own)).toBeNull();
    expect(wordsToAsk(own, monday)).toBe('Tuesdays, not in August');
    const along = { openingHours: 'Mo 10:00-12:00', when: 'Every Monday, 10:00 to 12:00' };
    expect(wordsToAsk({ ...TUESDAYS, when: 'Every Tuesday, 10:00 to 12:00' }, along)).toBeNull();
    expect(wordsToAsk(TUESDAYS, { openingHours: 'Mo 10:00-12:00' })).toBeNull();
  });

  it('are asked about too where all times are taken away', () => {
    const written = { ...TUESDAYS, when: 'Every Tuesday, 10:00 to 12:00' };
    expect(wordsToAsk(written, { ...written, openingHours: '' })).toBe('Every Tuesday, 10:00 to 12:00');
  });

  it('stay only where somebody says so; other words, or none, are an answer', () => {
    expect(wordsAnswer(own, monday, null)).toBeNull();
    expect(wordsAnswer(own, monday, 'keep')).toBe('keep');
    expect(wordsAnswer(own, monday, 'change')).toBe('change');
    expect(wordsAnswer(own, { ...monday, when: 'Mondays' }, 'keep')).toBe('change');
    expect(wordsAnswer(own, { ...monday, when: '' }, 'keep')).toBe('away');
  });
});
