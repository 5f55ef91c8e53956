import type { Patch } from '@kith/core/area/patch';
import { describe, expect, it } from 'vitest';
import { byLetter, findMaps } from './find-maps.ts';

const map = (name: string, ...districts: string[]): Patch => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  shortName: name,
  bbox: [0, 0, 1, 1],
  areaCount: 1,
  residents: 1,
  districts: districts.map((each) => ({ code: each, name: each })),
});
const MAPS = [
  map('Brighton & Hove', 'Brighton and Hove'),
  map('Buckinghamshire', 'Buckinghamshire'),
  map('East Sussex', 'Hastings', 'Lewes'),
  map('Leicestershire, Leicester & Rutland', 'Blaby', 'Rutland'),
  map('North Yorkshire', 'North Yorkshire'),
  map('York', 'York'),
];
const names = (words: string): string[] => findMaps(words, MAPS).map(({ map: found }) => found.name);

describe('finding a map by what is typed', () => {
  it('gives all of them for nothing', () => expect(names('  ')).toHaveLength(6));
  it('puts what begins so before what holds it', () =>
    expect(names('york')).toEqual(['York', 'North Yorkshire']));
  it('takes "and" for "&" either way', () => {
    expect(names('brighton and h')).toEqual(['Brighton & Hove']);
    expect(names('Leicester & R')).toEqual(['Leicestershire, Leicester & Rutland']);
  });
  it('finds a council by its district, and says by which', () => {
    expect(findMaps('hastings', MAPS)).toEqual([{ map: MAPS[2], via: 'Hastings' }]);
  });
  it('does not offer all England for one of its districts', () => {
    const all = { ...map('All England', 'Hastings'), id: 'all' };
    expect(findMaps('hastings', [all, ...MAPS]).map(({ map: found }) => found.name)).toEqual(['East Sussex']);
    expect(findMaps('engl', [all, ...MAPS]).map(({ map: found }) => found.name)).toEqual(['All England']);
  });
  it('finds nothing for what is not there', () => expect(names('atlantis')).toEqual([]));
  it('groups by first letter', () => {
    expect(byLetter(findMaps('', MAPS)).map(({ letter, found }) => `${letter}${found.length}`)).toEqual([
      'B2',
      'E1',
      'L1',
      'N1',
      'Y1',
    ]);
  });
});
