import proj4 from 'proj4';

/**
 * British National Grid (EPSG:27700) by the standard seven-parameter Helmert shift of Ordnance Survey's guide to
 * coordinate systems. Within about 5 m of the surveyed transformation (OSTN15) anywhere in Great Britain, either
 * way; postcodes are no more exact than that.
 */
const BRITISH_NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const grid = proj4('WGS84', BRITISH_NATIONAL_GRID);

/** Whole metres east and north of a point in degrees. Good within Great Britain. */
export function toGrid(lon: number, lat: number): { easting: number; northing: number } {
  const [easting, northing] = grid.forward([lon, lat]) as [number, number];
  return { easting: Math.round(easting), northing: Math.round(northing) };
}

/** Degrees of a point on the grid, rounded to 5 decimals (about a metre). */
export function toDegrees(easting: number, northing: number): { lon: number; lat: number } {
  const [lon, lat] = grid.inverse([easting, northing]) as [number, number];
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 };
}
