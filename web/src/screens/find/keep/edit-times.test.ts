import { describe, expect, it } from 'vitest';
import { NO_TIMES, textsWithTimes, timesThatStand, timesTouched } from './edit-times.ts';

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
