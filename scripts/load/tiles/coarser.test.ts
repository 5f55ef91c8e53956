import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { describe, expect, it } from 'vitest';
import { coarser } from './coarser.ts';

type Ring = [number, number][];

const shape = (...rings: Ring[]): GeoJSONVTFeature => ({ type: 3, tags: { code: 'A' }, geometry: rings });
const box = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('a coarser grid', () => {
  it('moves corners to the nearest line, and drops those that fall together', () => {
    const ring: Ring = [
      [1, 0],
      [39, 1],
      [41, 0],
      [40, 42],
      [0, 39],
      [1, 0],
    ];
    expect(coarser([shape(ring)], 4)[0]?.geometry).toEqual([
      [
        [0, 0],
        [10, 0],
        [10, 11],
        [0, 10],
        [0, 0],
      ],
    ]);
  });

  it('leaves away what is smaller than a step', () => {
    expect(coarser([shape(box(100, 100, 1))], 4)).toEqual([]);
  });

  it('takes the hole away with the ring it is in, and keeps that of another', () => {
    const hole = (x: number, y: number, size: number): Ring => [...box(x, y, size)].reverse();
    const [made] = coarser([shape(box(0, 0, 40), hole(8, 8, 16), box(200, 200, 1), hole(80, 80, 8))], 4);
    expect(made?.geometry).toEqual([box(0, 0, 10), [...box(2, 2, 4)].reverse()]);
  });

  it('moves points, and leaves all alone at one step', () => {
    const point: GeoJSONVTFeature = { type: 1, tags: {}, geometry: [[9, 11]] };
    expect(coarser([point], 4)[0]?.geometry).toEqual([[2, 3]]);
    expect(coarser([point], 1)).toEqual([point]);
  });
});
