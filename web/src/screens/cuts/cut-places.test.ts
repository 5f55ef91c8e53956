import { describe, expect, it } from 'vitest';
import { byDistrict, type CutPlace, matching, runByChoices } from './cut-places.ts';

const place = (id: string, change: Partial<CutPlace> = {}): CutPlace => ({
  id,
  name: id,
  kind: 'library',
  district: 'Blaby',
  runBy: null,
  operator: null,
  approximate: false,
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
});
