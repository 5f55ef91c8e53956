import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../map/types.ts';
import { clusterBox, countInside, isInside, isTooWide, levelAt, pinsShown } from './map-wishes.ts';

const view: Bounds = [-2, 52, -1, 53];

describe('what the map is asked for', () => {
  it('goes only to what is out of sight', () => {
    expect(isInside(view, { lon: -1.5, lat: 52.5 })).toBe(true);
    expect(isInside(view, { lon: -0.5, lat: 52.5 })).toBe(false);
    expect(isInside(null, { lon: -0.5, lat: 52.5 })).toBe(true);
  });
  it('colours districts from far off, and areas from near', () => {
    expect(levelAt(6.9, false)).toBe('districts');
    expect(levelAt(7, false)).toBe('areas');
    expect(levelAt(7.9, true)).toBe('districts');
    expect(levelAt(8, true)).toBe('areas');
    expect(levelAt(null, true)).toBe('districts');
    expect(levelAt(null, false)).toBe('areas');
  });
  it('lists the places of all England only from near by', () => {
    expect([null, 6, 8.9, 9].map(isTooWide)).toEqual([true, true, true, false]);
  });
  it('asks for clusters of a box that holds the view and stays when it moves a little', () => {
    const box = clusterBox([-1.9, 52.1, -1.1, 52.9], 8.4);
    expect(box[0]).toBeLessThanOrEqual(-1.9);
    expect(box[3]).toBeGreaterThanOrEqual(52.9);
    expect(clusterBox([-1.85, 52.15, -1.05, 52.95], 8.4)).toEqual(box);
    expect(clusterBox([-1.9, 52.1, -1.1, 52.9], 10)).not.toEqual(box);
  });
  it('draws closed places only when asked, or when one is open on the page', () => {
    const pins = {
      version: '1',
      id: ['a', 'b', 'c'],
      name: ['A', 'B', 'C'],
      kind: ['library', 'library', 'library'],
      status: ['open', 'closed', 'closed'],
      lon: [1, 2, 3],
      lat: [1, 2, 3],
      precision: ['exact', 'exact', 'exact'],
      outside: [false, false, false],
    };
    expect(pinsShown(pins, true, null)).toBe(pins);
    expect(pinsShown(pins, false, null)).toMatchObject({ id: ['a'], lon: [1] });
    expect(pinsShown(pins, false, 'c')).toMatchObject({ id: ['a', 'c'], name: ['A', 'C'] });
  });
});

describe('pins in view', () => {
  const pins = { lon: [-1.1, -1.2, -3], lat: [52.6, 52.7, 52.6] };
  it('are counted, and all of them where nothing is known to be out of sight', () => {
    expect(countInside(pins, [-1.5, 52.5, -1, 52.8])).toBe(2);
    expect(countInside(pins, null)).toBe(3);
  });
});
