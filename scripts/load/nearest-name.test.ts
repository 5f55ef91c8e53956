import { describe, expect, it } from 'vitest';
import { type NamedPoint, nearestName } from './nearest-name.ts';

const named = (name: string, type: string, easting: number): NamedPoint => ({
  name,
  type,
  easting,
  northing: 0,
});

describe('nearestName', () => {
  const near = nearestName([
    named('Great City', 'city', 0),
    named('Oadby', 'town', 1000),
    named('A Farm', 'other', 1500),
    named('Twin', 'village', 1800),
    named('Twin Again', 'village', 1800),
  ]);

  it('is the nearest name of somewhere people live, the first of two as near', () => {
    expect(near({ easting: 1450, northing: 0 })).toBe('Twin');
    expect(near({ easting: 1390, northing: 0 })).toBe('Oadby');
  });

  it('is nothing in the middle of a city and 3 km from any name', () => {
    expect(near({ easting: 100, northing: 0 })).toBeNull();
    expect(near({ easting: 4800, northing: 0 })).toBeNull();
    expect(near({ easting: 4799, northing: 0 })).toBe('Twin');
    expect(nearestName([])({ easting: 0, northing: 0 })).toBeNull();
  });
});
