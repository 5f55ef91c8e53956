import { describe, expect, it } from 'vitest';
import { certainHours, pageYear, splitPhone } from './venue-times.ts';

describe('certainHours', () => {
  it('takes weekly clock times as they are', () => {
    expect(certainHours('Tue 10:00-12:00')).toBe('Tu 10:00-12:00');
    expect(certainHours('Mon-Fri 10:00-14:00 (2022)')).toBe('Mo-Fr 10:00-14:00');
    expect(certainHours('Wed and Sat 09:00-10:00')).toBe('We,Sa 09:00-10:00');
    expect(certainHours('Tue-Fri 10:00-16:00; lunch 13:00-14:00 (2022)')).toBe('Tu-Fr 10:00-16:00');
  });

  it('leaves as words what is not certain', () => {
    for (const words of [
      '',
      'Fri',
      'Weekly',
      'Wed from 15:00 (2018)',
      'Mon 19:00',
      'Some Wed 10:30-12:00 (2024)',
      'Monthly, Fri 10:30-12:00 (2024)',
      '2nd Wed of month 12:00-14:30 (2021)',
      'Tue 09:00-10:30 (term time)',
      'Mon 18:00-20:00, not bank holidays or August (2022)',
      'May open Mon-Sat 07:30-23:00; Sun 08:00-22:30; depends on bookings',
      'Country market Fri 09:00-11:00',
      'Wed 14:00-16:00 social (pool, cards, tea)',
      'Wed 13:30-15:30; Sun 13:30-15:30 (16:00 in summer)',
      'Fri-Tue 10:00-12:00',
    ]) {
      expect(certainHours(words), words).toBe('');
    }
  });
});

describe('pageYear', () => {
  it('reads a year that stands in the words', () => {
    expect(pageYear(['Tue 10:00-12:00 (2018)'], '')).toBe(2018);
    expect(pageYear(['Details from 2015; check before you go'], '')).toBe(2015);
    expect(pageYear(['Weekly community cafe (2015-2019)'], '')).toBe(2019);
    expect(pageYear(['', '', 'Union Bank, Huddersfield (2017)'], '')).toBe(2017);
  });

  it('reads a date in the address of the page, or the end of a citation', () => {
    expect(pageYear([''], 'http://leedscf.org.uk/2017/12/14/finding-love-with-luv2meetu/')).toBe(2017);
    expect(pageYear([''], 'https://issuu.com/norwoodpress/docs/ratby_your_local_march_2022')).toBe(2022);
    expect(pageYear([''], 'http://www.pressreader.com/uk/loughborough-echo/20170621/282703342092436')).toBe(
      2017,
    );
    expect(pageYear([''], 'Leicestershire County Council, position statement on loneliness, 2018')).toBe(
      2018,
    );
  });

  it('takes no page number for a year', () => {
    expect(pageYear([''], 'https://docslib.org/doc/2020877/shepley-library')).toBeNull();
    expect(
      pageYear([''], 'https://council.gov.uk/info/200398/local_plan_review_2020_to_2041/2004/'),
    ).toBeNull();
    expect(pageYear(['May be booked 09:00-22:00'], 'https://example.org/info/20079/communities')).toBeNull();
    expect(pageYear([''], 'Kirklees Council, scrutiny minutes on the Loneliness Steering Group')).toBeNull();
  });
});

describe('splitPhone', () => {
  it('moves a number out of the words', () => {
    expect(splitPhone('Unpaid carers (tel. 01273 746222)')).toEqual({
      words: 'Unpaid carers',
      phone: '01273 746222',
    });
    expect(splitPhone('Over 65s')).toEqual({ words: 'Over 65s', phone: '' });
  });
});
