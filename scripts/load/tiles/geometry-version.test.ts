import { describe, expect, it } from 'vitest';
import type { TilesInput } from './build-tiles.ts';
import { geometryVersion } from './geometry-version.ts';

const shape = {
  code: 'A',
  name: 'Area A',
  patch: 'kirklees',
  geometry: '{"type":"Polygon","coordinates":[]}',
};
const name = {
  name: 'Almond',
  type: 'town',
  patch: 'kirklees',
  lon: -1.8,
  lat: 53.6,
};
const drawn: TilesInput = { areas: [shape], districts: [shape], names: [name] };

describe('the version of the shapes', () => {
  it('is twelve characters that may stand in a URL, the same for the same drawing', () => {
    expect(geometryVersion(drawn)).toMatch(/^[0-9a-f]{12}$/);
    expect(geometryVersion(structuredClone(drawn))).toBe(geometryVersion(drawn));
  });

  it.each<[string, Partial<TilesInput>]>([
    [
      'an area is drawn otherwise',
      { areas: [{ ...shape, geometry: '{"type":"Polygon","coordinates":[[]]}' }] },
    ],
    ['an area is called otherwise', { areas: [{ ...shape, name: 'Area B' }] }],
    ['an area is gone', { areas: [] }],
    ['a district is drawn otherwise', { districts: [{ ...shape, geometry: '{}' }] }],
    ['a label moves', { names: [{ ...name, lon: -1.9 }] }],
    ['a place grows into a city', { names: [{ ...name, type: 'city' }] }],
  ])('changes when %s', (_what, change) => {
    expect(geometryVersion({ ...drawn, ...change })).not.toBe(geometryVersion(drawn));
  });
});
