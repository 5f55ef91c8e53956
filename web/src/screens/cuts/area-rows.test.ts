import type { AreaLoss } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import { areasInBrief, columnsOf, furtherWords, groupWords, nextWords, sortBy, sorted } from './area-rows.ts';

const area = (code: string, change: Partial<AreaLoss>): AreaLoss => ({
  code,
  name: code,
  ward: '',
  district: '',
  residents: 0,
  fifth: null,
  before: 0,
  after: 0,
  lost: { middle: 0, least: 0, most: 0 },
  gained: { middle: 0, least: 0, most: 0 },
  aged65Over: 0,
  disabled: 0,
  livingAlone: 0,
  noCar: 0,
  newlyNone: false,
  keptFurther: 0,
  nextPlace: null,
  nextWalkMetres: null,
  extraWalkMetres: null,
  perhapsStill: false,
  nearEdge: false,
  ...change,
});
const codes = (areas: readonly AreaLoss[]) => areas.map((each) => each.code);
const nameOf = (place: string) => place;

describe('the table of areas', () => {
  it('sorts numbers with no value last in both directions', () => {
    const areas = [
      area('a', { extraWalkMetres: null }),
      area('b', { extraWalkMetres: 5 }),
      area('c', { extraWalkMetres: 9 }),
    ];
    expect(codes(sorted(areas, { column: 'extra', up: true }, nameOf))).toEqual(['b', 'c', 'a']);
    expect(codes(sorted(areas, { column: 'extra', up: false }, nameOf))).toEqual(['c', 'b', 'a']);
  });

  it('sorts names as people count: 2 before 10', () => {
    const areas = [area('x', { name: 'Blaby 010A' }), area('y', { name: 'Blaby 2A' })];
    expect(codes(sorted(areas, { column: 'name', up: true }, nameOf))).toEqual(['y', 'x']);
  });

  it('keeps ties in the order of their codes', () => {
    const areas = [area('b', { before: 1 }), area('a', { before: 1 })];
    expect(codes(sorted(areas, { column: 'before', up: false }, nameOf))).toEqual(['a', 'b']);
  });

  it('tells nowhere left from nobody who must go', () => {
    const lost = { middle: 5, least: 0, most: 9 };
    const nowhere = area('a', { lost });
    const nobody = area('b', { lost: { ...lost, middle: 0 } });
    const next = area('c', { lost, nextPlace: 'Town Library', extraWalkMetres: 1200 });
    expect([nowhere, nobody, next].map((each) => nextWords(each, nameOf))).toEqual([
      'Nothing left',
      '–',
      'Town Library',
    ]);
    expect([nowhere, nobody, next].map(furtherWords)).toEqual(['–', '–', '+1.2 km']);
  });

  it('starts numbers from the most and words from A, and turns when pressed again', () => {
    const start = { column: 'name', up: true };
    expect(sortBy(start, 'lost')).toEqual({ column: 'lost', up: false });
    expect(sortBy({ column: 'lost', up: false }, 'lost')).toEqual({ column: 'lost', up: true });
    expect(sortBy({ column: 'lost', up: false }, 'next')).toEqual({ column: 'next', up: true });
  });

  it('says how many lose and gain, and has a column of gains only where somebody gains', () => {
    const some = { middle: 5, least: 0, most: 9 };
    const loses = area('a', { lost: some });
    const gains = area('b', { gained: some });
    expect(areasInBrief([])).toBe('No area loses out');
    expect(areasInBrief([loses, loses])).toBe('2 areas lose out');
    expect(areasInBrief([loses, gains])).toBe('1 area loses out, 1 gains');
    expect(areasInBrief([gains, gains])).toBe('2 areas gain');
    expect(columnsOf([loses]).map(({ id }) => id)).not.toContain('gained');
    expect(columnsOf([loses, gains]).map(({ id }) => id)).toContain('gained');
  });
});

it('groups are of those who lose out: a dash where nobody does, never a group of none', () => {
  const gaining = area('A', { gained: { middle: 1508, least: 1200, most: 1600 } });
  expect(groupWords(gaining, 'aged65Over')).toBe('–');
  const losing = area('B', { lost: { middle: 10, least: 10, most: 10 }, aged65Over: 4 });
  expect([groupWords(losing, 'aged65Over'), groupWords(losing, 'noCar')]).toEqual(['4', '0']);
});
