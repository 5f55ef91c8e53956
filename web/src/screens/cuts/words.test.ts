import { describe, expect, it } from 'vitest';
import {
  bandWords,
  between,
  counted,
  distance,
  fifthWords,
  further,
  manyOfKinds,
  oneOfKinds,
  share,
} from './words.ts';

describe('words for figures', () => {
  it('says a share without ever rounding some to none or most to all', () => {
    expect(share(0, 10)).toBe('0%');
    expect(share(1, 1000)).toBe('under 1%');
    expect(share(999, 1000)).toBe('over 99%');
    expect(share(10, 10)).toBe('100%');
    expect(share(24, 100)).toBe('24%');
    expect(share(0, 0)).toBeNull();
  });

  it('says the doubt about a count', () => {
    expect(between({ middle: 6410, least: 5720, most: 7050 })).toBe('between 5,720 and 7,050');
    expect(between({ middle: 0, least: 0, most: 0 })).toBe('0 however streets run');
  });

  it('says it in a cell only where there is any', () => {
    expect(bandWords({ middle: 5, least: 2, most: 9 })).toBe('2 to 9');
    expect(bandWords({ middle: 5, least: 5, most: 5 })).toBe('');
  });

  it('says distances and further walks', () => {
    expect(distance(0)).toBe('0 m');
    expect(distance(344)).toBe('340 m');
    expect(distance(996)).toBe('1.0 km');
    expect(distance(2400)).toBe('2.4 km');
    expect(further(1100)).toBe('+1.1 km');
  });

  it('counts one and many', () => {
    expect(counted(1, 'people')).toBe('1 person');
    expect(counted(0, 'households')).toBe('0 households');
    expect(counted(6410, 'people')).toBe('6,410 people');
  });

  it('names what is lost', () => {
    expect(oneOfKinds(['library'])).toBe('a library');
    expect(oneOfKinds(['library', 'other'])).toBe('a library or another place');
    expect(oneOfKinds(['library', 'hall', 'group'])).toBe('a place of these kinds');
    expect(manyOfKinds(['library', 'hall'])).toBe('libraries and halls');
  });

  it('names fifths and keeps "no score" apart from low', () => {
    expect(fifthWords(5)).toBe('Highest fifth');
    expect(fifthWords(1)).toBe('Lowest fifth');
    expect(fifthWords(null)).toBe('No score');
  });
});
