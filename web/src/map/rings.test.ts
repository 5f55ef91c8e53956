import { describe, expect, it } from 'vitest';
import { ringFeatures, ringRadius } from './rings.ts';

const ring = (id: string, size: number) => ({
  id,
  name: `Ring ${id}`,
  lon: -1,
  lat: 52,
  words: size.toLocaleString('en-GB'),
  size,
  look: 'alone' as const,
});

describe('rings on the map', () => {
  it('grow in area with their size, and never too small for their number', () => {
    expect(ringRadius(8000, 8000, '8,000')).toBe(32);
    expect(ringRadius(2000, 8000, '2,000')).toBe(22);
    expect(ringRadius(10, 8000, '10')).toBe(15);
    expect(ringRadius(0, 0, '12,345,678')).toBeGreaterThan(30);
  });

  it('give room to the larger first, and set the chosen one apart', () => {
    const { rings, always } = ringFeatures([ring('a', 5), ring('b', 900)], 'a');
    expect(always.features.map((each) => each.properties?.id)).toEqual(['a']);
    expect(always.features[0]?.properties?.ring).toMatch(/:selected$/);
    expect(rings.features.map((each) => each.properties?.order)).toEqual([-900]);
  });

  it('always stand for sites, the first on top', () => {
    const sites = ['a', 'b'].map((id) => ({ ...ring(id, 0), look: 'site' as const }));
    const { rings, always } = ringFeatures(sites, null);
    expect(rings.features).toEqual([]);
    expect(always.features.map((each) => each.properties?.order)).toEqual([-0, -1]);
  });
});
