import { describe, expect, it } from 'vitest';
import { daysApart, dayWords, SHORT_DAYS, spans } from './library-days.ts';

describe('dayWords', () => {
  it('puts days with the same word together and leaves out those on which it is shut', () => {
    const days = ['pm only', 'am only', 'am only', 'am only', 'closed', 'am & pm (with closure)', 'closed'];
    expect(dayWords(days)).toBe('Mon afternoons; Tue-Thu mornings; Sat mornings and afternoons with a break');
  });

  it('says nothing where nothing is known', () => {
    expect(dayWords(['[unknown]', 'n/a closed', '', 'closed', 'closed', 'closed', 'closed'])).toBe('');
    expect(dayWords([])).toBe('');
  });
});

describe('spans', () => {
  it('writes two days side by side with a comma and three as a span', () => {
    expect(spans([0, 1], SHORT_DAYS)).toBe('Mon,Tue');
    expect(spans([0, 1, 2, 4], SHORT_DAYS)).toBe('Mon-Wed,Fri');
    expect(spans([], SHORT_DAYS)).toBe('');
  });
});

describe('daysApart', () => {
  const at = (hour: number, until: number) => [[hour * 60, until * 60] as const];

  it('tells a whole day apart from a part of one', () => {
    const words = ['closed', 'am only', 'pm only', 'all day (continuous)'];
    const week = [at(9, 17), [], at(10, 17), at(9, 17)];
    expect(daysApart(words, week)).toEqual({ whole: ['Mon', 'Tue'], part: ['Wed'] });
  });

  it('lets a morning last until two', () => {
    expect(daysApart(['am only'], [at(10, 14)])).toEqual({ whole: [], part: [] });
  });

  it('compares nothing with a word that names no part of the day', () => {
    expect(daysApart(['varied by schedule', '[unknown]'], [[], at(9, 17)])).toEqual({ whole: [], part: [] });
  });
});
