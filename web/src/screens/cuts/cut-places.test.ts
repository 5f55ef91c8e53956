import { parseWeek } from '@kith/core/place/week';
import { describe, expect, it } from 'vitest';
import {
  byDistrict,
  type CutPlace,
  hoursNotKnown,
  listClosed,
  listPlaces,
  matching,
  opensAgainIn,
  openUnder,
  type PlaceColumns,
  runByChoices,
} from './cut-places.ts';

const place = (id: string, change: Partial<CutPlace> = {}): CutPlace => ({
  id,
  name: id,
  kind: 'library',
  district: 'Blaby',
  runBy: null,
  operator: null,
  approximate: false,
  week: null,
  easting: 0,
  northing: 0,
  lon: 0,
  lat: 0,
  ...change,
});

describe('places to choose from', () => {
  it('finds every word in name, district or operator, whatever the accents and apostrophes', () => {
    const places = [
      place('St John’s Library', { district: 'Charnwood' }),
      place('Café Library', { operator: 'Blaby Council' }),
    ];
    expect(matching(places, 'johns charn').map((each) => each.id)).toEqual(['St John’s Library']);
    expect(matching(places, 'cafe COUNCIL').map((each) => each.id)).toEqual(['Café Library']);
    expect(matching(places, '  ')).toHaveLength(2);
    expect(matching(places, 'nowhere')).toHaveLength(0);
  });

  it('groups by district in the order of their names', () => {
    const groups = byDistrict([place('a', { district: 'Rutland' }), place('b'), place('c')]);
    expect(groups.map((group) => [group.district, group.places.length])).toEqual([
      ['Blaby', 2],
      ['Rutland', 1],
    ]);
  });

  it('offers all run by someone, most first, and never the same set twice', () => {
    const choices = runByChoices(
      [
        place('a', { runBy: 'community', operator: 'Village trust' }),
        place('b', { runBy: 'community', operator: 'Village trust' }),
        place('c', { runBy: 'council', operator: 'Leicester' }),
        place('d', { runBy: 'council', operator: 'Rutland' }),
        place('e', { runBy: 'council', operator: 'Rutland' }),
        place('f'),
      ],
      'libraries',
    );
    expect(choices.map((choice) => choice.words)).toEqual([
      'All libraries run by the council (3)',
      'All libraries run by their community (2)',
      'All libraries run by Rutland (2)',
      'All libraries run by Leicester (1)',
    ]);
  });

  it('finds those open under so many hours, and never one whose hours are not known', () => {
    const places = [
      place('nine', { week: parseWeek('mo9-18') }),
      place('three', { week: parseWeek('tu9-12.sa9-12s') }),
      place('unknown'),
    ];
    expect(openUnder(places, 9).map((each) => each.id)).toEqual(['three']);
    expect(openUnder(places, 10).map((each) => each.id)).toEqual(['three', 'nine']);
    expect(openUnder(places, 200)).toHaveLength(2);
  });
});

describe('places of a map', () => {
  const columns = {
    places: {
      id: ['a', 'b', 'c', 'd'],
      name: ['A', 'B', 'C', 'D'],
      kind: ['library', 'library', 'library', 'library'],
      status: ['open', 'open', 'closed', 'open'],
      easting: [1, 2, 3, 4],
      northing: [1, 2, 3, 4],
      lon: [0, 0, 0, 0],
      lat: [0, 0, 0, 0],
      spreadMetres: [0, 600, 0, 0],
      outside: [false, false, false, true],
      runBy: [null, null, null, null],
      operator: [null, null, null, null],
      district: ['X', null, 'X', 'Y'],
      week: [0, null, null, null],
      checkedOn: [null, null, null, null],
      stale: [false, false, false, false],
    },
    weeks: [parseWeek('mo9-12') ?? ''],
  } satisfies PlaceColumns;

  it('are open ones inside it, with the hours they have where those are known', () => {
    expect(listPlaces(columns).map(({ id, week }) => [id, week === null])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('are apart from closed ones, which can be thought open again', () => {
    expect(listClosed(columns).map(({ id, easting }) => [id, easting])).toEqual([['c', 3]]);
  });

  it('tell a new place from a closed one that opens again: of its kind, on its very spot', () => {
    const again = opensAgainIn(columns);
    const opens = {
      type: 'open' as const,
      site: 'new-1',
      name: 'C',
      kind: 'library' as const,
      easting: 3,
      northing: 3,
      week: null,
    };
    expect(again(opens)).toBe(true);
    expect(again({ ...opens, kind: 'hall' })).toBe(false);
    expect(again({ ...opens, easting: 4 })).toBe(false);
    // One that is open stands there: nothing opens again.
    expect(again({ ...opens, easting: 1, northing: 1 })).toBe(false);
  });

  it('count those whose hours are not known, also outside it, as they can be walked to', () => {
    expect(hoursNotKnown(columns)).toBe(2);
  });
});
