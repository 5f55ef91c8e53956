import { expect, it } from 'vitest';
import { boundsAround, holds } from './map-ground.ts';

it('shows all the places with ground about them, and nothing for none', () => {
  const places = [
    { lon: -1.2, lat: 52.5 },
    { lon: -1.1, lat: 52.7 },
  ];
  const bounds = boundsAround(places);
  if (!bounds) throw new Error('no bounds');
  expect(places.every((place) => holds(bounds, place))).toBe(true);
  expect(bounds[0]).toBeLessThan(-1.2);
  expect(bounds[3]).toBeGreaterThan(52.7);
  expect(holds(bounds, { lon: 0, lat: 52.6 })).toBe(false);
  expect(boundsAround([])).toBeNull();
});
