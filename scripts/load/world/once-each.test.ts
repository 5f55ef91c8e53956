import { describe, expect, it } from 'vitest';
import { byName, isPostcodeDistrict, onceEach } from './once-each.ts';

const place = (name: string, type: string, easting: number, northing = 0) => ({
  name,
  type,
  easting,
  northing,
});

describe('names of places', () => {
  it('stand once where two entries lie within 3 km, as the larger kind', () => {
    const all = [
      place('Ashby', 'hamlet', 2000),
      place('Ashby', 'town', 0),
      place('Ashby', 'village', 5001),
    ].sort(byName);
    expect(onceEach(all).map(({ type }) => type)).toEqual(['town', 'village']);
  });

  it('stand by themselves where they only sound alike', () => {
    const all = [place('Ashby', 'town', 0), place('Ashby Magna', 'village', 0)].sort(byName);
    expect(onceEach(all)).toHaveLength(2);
  });

  it('are no postcode districts', () => {
    expect(['LE10', 'E1', 'Ash', 'A1 Services'].filter(isPostcodeDistrict)).toEqual(['LE10', 'E1']);
  });
});
