import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../map/types.ts';
import { grown, isInside, isSeen, pinsShown } from './map-wishes.ts';

const view: Bounds = [-2, 52, -1, 53];

describe('what the map is asked for', () => {
  it('goes only to what is out of sight', () => {
    expect(isInside(view, { lon: -1.5, lat: 52.5 })).toBe(true);
    expect(isInside(view, { lon: -0.5, lat: 52.5 })).toBe(false);
    expect(isInside(null, { lon: -0.5, lat: 52.5 })).toBe(true);
  });
  it('does not call a speck seen', () => {
    expect(isSeen(view, [-1.6, 52.4, -1.5, 52.5])).toBe(true);
    expect(isSeen(view, [-1.501, 52.4, -1.5, 52.401])).toBe(false);
    expect(isSeen(view, [-0.6, 52.4, -0.5, 52.5])).toBe(false);
  });
  it('shows an area among its neighbours', () => {
    expect(grown([0, 0, 2, 4])).toEqual([-3, -6, 5, 10]);
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
