import { describe, expect, it } from 'vitest';
import { toDegrees, toGrid } from './national-grid.ts';

describe('the National Grid', () => {
  it('is within 5 m of Ordnance Survey’s own example, the water tower at Caister', () => {
    const { easting, northing } = toGrid(1 + 42 / 60 + 57.8663 / 3600, 52 + 39 / 60 + 28.8282 / 3600);
    expect(Math.hypot(easting - 651_409.8, northing - 313_177.45)).toBeLessThan(5);
  });

  it.each([
    [456_547, 296_904],
    [417_280, 415_979],
    [530_499, 106_309],
  ])('%i, %i comes back to within a metre', (easting, northing) => {
    const { lon, lat } = toDegrees(easting, northing);
    const back = toGrid(lon, lat);
    expect(Math.abs(back.easting - easting)).toBeLessThanOrEqual(1);
    expect(Math.abs(back.northing - northing)).toBeLessThanOrEqual(1);
  });
});
