import { describe, expect, it } from 'vitest';
import { edgeFinder } from './edge-metres.ts';

describe('metres to the edge of what is loaded', () => {
  const edge = edgeFinder({ easting: [0, 300_000], northing: [0, 300_000] });

  it('are those from the nearest home point to the nearest postcode outside, rounded', () => {
    expect(
      edge([
        { easting: 3000, northing: 4000 },
        { easting: 9000, northing: 0 },
      ]),
    ).toBe(5000);
    expect(edge([{ easting: 300_001, northing: 300_001 }])).toBe(1);
  });

  it('are null beyond 16 km, and where nothing is outside', () => {
    expect(edge([{ easting: 16_000, northing: 0 }])).toBe(16_000);
    expect(edge([{ easting: 16_001, northing: 0 }])).toBeNull();
    expect(edgeFinder({ easting: [], northing: [] })([{ easting: 0, northing: 0 }])).toBeNull();
  });

  it('equal those of comparing everything with everything', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 30_000;
    };
    const outside = Array.from({ length: 200 }, () => ({ easting: random(), northing: random() }));
    const find = edgeFinder({
      easting: outside.map(({ easting }) => easting),
      northing: outside.map(({ northing }) => northing),
    });
    for (let round = 0; round < 100; round += 1) {
      const home = { easting: random() - 14_000, northing: random() - 14_000 };
      const nearest = Math.min(
        ...outside.map(({ easting, northing }) =>
          Math.hypot(easting - home.easting, northing - home.northing),
        ),
      );
      expect(find([home])).toBe(nearest <= 16_000 ? Math.round(nearest) : null);
    }
  });
});
