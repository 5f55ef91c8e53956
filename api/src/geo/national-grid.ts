import proj4 from 'proj4';

/**
 * British National Grid (EPSG:27700) from and to WGS84 degrees, by the standard seven-parameter Helmert shift of
 * Ordnance Survey's "A guide to coordinate systems in Great Britain". Published error: about 5 m, typically
 * 3 to 5 m, against the surveyed transformation (OSTN15), anywhere in Great Britain and either way.
 * No more is claimed; postcodes are no more exact than that.
 */
const BRITISH_NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

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
