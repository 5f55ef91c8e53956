import { describe, expect, it } from 'vitest';
import { bytesWords, datesWords, gaveWords, loadWords, rangeWords, reachWords, shareWords } from './words.ts';

describe('words of the data report', () => {
  it('say what a source gave, and nothing of what it did not', () => {
    const gave = {
      places: 1,
      statements: 2040,
      areaFigures: 0,
      other: [{ what: 'home points', rows: 6360 }],
    };
    expect(gaveWords({ gave })).toEqual(['1 place', '2,040 facts about them', '6,360 home points']);
    expect(gaveWords({ gave: { places: 0, statements: 0, areaFigures: 0, other: [] } })).toEqual([]);
  });

  it('say how old facts are by how they are dated', () => {
    expect(
      datesWords({
        dates: [
          { basis: 'checked', count: 1200, oldest: '2023', newest: '2023' },
          { basis: 'published', count: 3, oldest: '2008', newest: '2026-05' },
          { basis: 'undated', count: 1, oldest: null, newest: null },
        ],
      }),
    ).toEqual([
      '1,200 checked by someone answerable (2023)',
      '3 dated by the page or file that says so (2008 to May 2026)',
      '1 with no date',
    ]);
    expect(rangeWords(null, null)).toBe('');
  });

  it.each([
    [0, 7, '0 of 7 (0%)'],
    [1, 1059, '1 of 1,059 (1%)'],
    [1058, 1059, '1,058 of 1,059 (99%)'],
    [1059, 1059, '1,059 of 1,059 (100%)'],
    [0, 0, '0'],
  ])('%i of %i is "%s": some is never none, and not all is never all', (part, all, words) => {
    expect(shareWords(part, all)).toBe(words);
  });

  it.each([
    [640, '640 bytes'],
    [640_400, '640 kB'],
    [13_700_000, '13.7 MB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(bytesWords(bytes)).toBe(words);
  });

  it('name the parts of a load and what it was for, and a part that is new by its own word', () => {
    expect(loadWords({ part: 'starter', of: '' })).toBe('The starter that comes with Kith');
    expect(loadWords({ part: 'areas', of: 'all England' })).toBe('Areas and their figures, for all England');
    expect(loadWords({ part: 'trees', of: 'Leeds' })).toBe('trees, for Leeds');
  });

  it.each([
    [{ districts: 1, names: ['Leeds'] }, 296, 'in 1 of 296 districts: Leeds'],
    [{ districts: 279, names: [] }, 296, 'in 279 of 296 districts'],
    [{ districts: 296, names: [] }, 296, 'in all 296 districts'],
    [{ districts: 1, names: ['Rutland'] }, 1, 'in Rutland'],
    [null, 296, ''],
  ])('say how far %j of %i reaches: "%s"', (reaches, of, words) => {
    expect(reachWords({ reaches }, of)).toBe(words);
  });
});
