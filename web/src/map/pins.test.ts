import { describe, expect, it } from 'vitest';
import { pinFeatures } from './pins.ts';

const pins = {
  version: '1',
  id: ['a', 'b', 'c', 'd'],
  name: ['A', 'B', 'C', 'D'],
  kind: ['library', 'group', 'bench', 'library'],
  status: ['open', 'open', 'open', 'closed'],
  lon: [1, 2, 3, 4],
  lat: [1, 2, 3, 4],
  precision: ['postcode', 'village', 'exact', 'postcode'],
  outside: [false, false, false, false],
};
const asItIs = { closed: [], shortened: [], opened: [] };
const looks = (features: readonly { properties: unknown }[]) =>
  features.map((feature) => (feature.properties as { pin: string }).pin);

describe('pins', () => {
  it('look like what is known of them', () => {
    const { places, marks } = pinFeatures(pins, null, asItIs);
    expect(looks(places.features)).toEqual([
      'pin:library:open',
      'pin:group:approximate',
      'pin:bench:open',
      'pin:library:closed',
    ]);
    expect(marks.features).toEqual([]);
  });
  it('leave the clusters when chosen or closed in a scenario', () => {
    const { places, marks } = pinFeatures(pins, 'b', { ...asItIs, closed: ['a'] });
    expect(looks(places.features)).toEqual(['pin:bench:open', 'pin:library:closed']);
    expect(looks(marks.features)).toEqual(['pin:library:closed', 'pin:group:approximate:selected']);
  });
  it('show fewer hours by a clock, and what opens beside what there is', () => {
    const opened = [{ id: 'new-1', name: 'New', kind: 'hub', lon: 5, lat: 5 }];
    const { places, marks } = pinFeatures(pins, 'new-1', { ...asItIs, shortened: ['a'], opened });
    expect(looks(places.features)).toHaveLength(3);
    expect(looks(marks.features)).toEqual(['pin:library:shorter', 'pin:hub:new:selected']);
  });
});
