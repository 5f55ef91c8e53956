import { describe, expect, it } from 'vitest';
import type { CutPlace } from '../cut-places.ts';
import { type Alone, aloneBetween, aloneRings, aloneRows, sortAlone } from './alone-rows.ts';

const alone = (name: string, district: string, people: number): Alone => ({
  place: { id: name.toLowerCase(), name, district, kind: 'library', lon: -1, lat: 52 } as CutPlace,
  people,
  least: people - 10,
  most: people + 1000,
});
const ALL = [
  alone('Mill', 'Harborough', 900),
  alone('Abbey', 'Oadby', 1200),
  alone('Quay', 'Harborough', 30),
];
const names = (rows: readonly Alone[]): string[] => rows.map(({ place }) => place.name);

describe('places nobody can replace', () => {
  it('begin with most people, turn when the heading is pressed again, and sort by words from A', () => {
    const most = { column: 'people', up: false } as const;
    expect(names(aloneRows(ALL, most, ''))).toEqual(['Abbey', 'Mill', 'Quay']);
    expect(names(aloneRows(ALL, sortAlone(most, 'people'), ''))).toEqual(['Quay', 'Mill', 'Abbey']);
    expect(names(aloneRows(ALL, sortAlone(most, 'district'), ''))).toEqual(['Mill', 'Quay', 'Abbey']);
  });

  it('are found by name or district', () => {
    expect(names(aloneRows(ALL, { column: 'people', up: false }, 'harb'))).toEqual(['Mill', 'Quay']);
    expect(aloneRows(ALL, { column: 'people', up: false }, 'nowhere')).toEqual([]);
  });

  it('are drawn to 300 of them, those with most people', () => {
    const many = Array.from({ length: 400 }, (_, at) => alone(`Place ${at}`, 'Oadby', at + 1));
    const rings = aloneRings(many);
    expect([rings.length, rings[0]?.size, rings.at(-1)?.size]).toEqual([300, 400, 101]);
  });

  it('stand on the map with their number', () => {
    expect(aloneRings(ALL)[0]).toMatchObject({ id: 'abbey', words: '1,200', size: 1200, look: 'alone' });
  });

  it('say the doubt about their number', () => {
    expect(ALL.map(aloneBetween)[0]).toBe('between 890 and 1,900');
    expect(aloneBetween({ people: 7, least: 7, most: 7 })).toBe('7 however streets run');
  });
});
