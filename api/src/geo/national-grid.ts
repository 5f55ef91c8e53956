import { BRITISH_NATIONAL_GRID } from '@kith/core/place/british-national-grid';
import proj4 from 'proj4';

const grid = proj4('WGS84', BRITISH_NATIONAL_GRID);

/** Metres east and north of a point in degrees, not rounded: for outlines, and for measuring. */
export function gridOf(lon: number, lat: number): [number, number] {
  return grid.forward([lon, lat]) as [number, number];
}

/** Degrees east and north of a point on the grid, not rounded. */
export function degreesOf(easting: number, northing: number): [number, number] {
  return grid.inverse([easting, northing]) as [number, number];
}

/** Whole metres east and north of a point in degrees. Good within Great Britain. */
export function toGrid(lon: number, lat: number): { easting: number; northing: number } {
  const [easting, northing] = gridOf(lon, lat);
  return { easting: Math.round(easting), northing: Math.round(northing) };
}

/** Degrees of a point on the grid, rounded to 5 decimals (about a metre). */
export function toDegrees(easting: number, northing: number): { lon: number; lat: number } {
  const [lon, lat] = degreesOf(easting, northing);
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 };
}
