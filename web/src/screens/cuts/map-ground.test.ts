import { describe, expect, it } from 'vitest';
import { boundsAround, groundOf, holds, pinsNamed, pinsOf } from './map-ground.ts';

const places = [
  { lon: -1.2, lat: 52.5 },
  { lon: -1.1, lat: 52.7 },
];

it('shows all the places with ground about them, and nothing for none', () => {
  const bounds = boundsAround(places);
  if (!bounds) throw new Error('no bounds');
  expect(places.every((place) => holds(bounds, place))).toBe(true);
  expect(bounds[0]).toBeLessThan(-1.2);
  expect(bounds[3]).toBeGreaterThan(52.7);
  expect(holds(bounds, { lon: 0, lat: 52.6 })).toBe(false);
  expect(boundsAround([])).toBeNull();
});

describe('the ground that a scenario changes', () => {
  /** A grid whose metres are thousandths of a degree. */
  const toDegrees = (easting: number, northing: number) => ({ lon: easting / 1000, lat: northing / 1000 });
  const homeBoxes = Int32Array.from([1000, 2000, 3000, 4000, 1, 1, 0, 0, 9000, 9000, 9000, 9000]);
  const numbers = new Map([
    ['E01', 0],
    ['E02', 1],
    ['E03', 2],
  ]);
  const of = (cut: { lon: number; lat: number }[], changed: string[]) =>
    groundOf({ homeBoxes }, numbers, cut, changed, toDegrees);

  it('holds the homes of every area that changes, and the places cut', () => {
    expect(of([], ['E01'])).toEqual([0.1, 1.1, 3.9, 4.9]);
    expect(of([{ lon: 20, lat: 3 }], ['E01', 'E03'])).toEqual([0.1, 1.1, 20, 9.9]);
  });

  it('is that about the places where no area changes, or none that has homes or is known', () => {
    expect(of(places, [])).toEqual(boundsAround(places));
    expect(of([], ['E02', 'E09'])).toBeNull();
  });
});

it('makes pins of what is open, or of those named, whatever their status', () => {
  const ground = {
    version: '1',
    places: {
      id: ['a', 'b'],
      name: ['A', 'B'],
      kind: ['library' as const, 'hall' as const],
      status: ['open' as const, 'closed' as const],
      easting: [1, 2],
      northing: [1, 2],
      lon: [1, 2],
      lat: [1, 2],
      spreadMetres: [0, 600],
      outside: [false, false],
      runBy: [null, null],
      operator: [null, null],
      district: [null, null],
      week: [null, null],
      checkedOn: [null, null],
      stale: [false, false],
    },
  };
  expect(pinsOf(ground)).toMatchObject({ id: ['a'], precision: ['postcode'] });
  expect(pinsNamed(ground, [1])).toMatchObject({ id: ['b'], status: ['closed'], precision: ['village'] });
});
