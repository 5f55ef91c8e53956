import proj4 from 'proj4';

/**
 * British National Grid by the standard seven-parameter Helmert shift. Within about 5 m of the surveyed
 * transformation (OSTN15) anywhere in Great Britain, as Ordnance Survey publishes; postcodes are no more
 * exact than that. Used in scripts only: positions are converted once, at load.
 */
const BRITISH_NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const grid = proj4('WGS84', BRITISH_NATIONAL_GRID);

export interface Position {
  readonly lon: string;
  readonly lat: string;
  readonly easting: number;
  readonly northing: number;
}

/** Metres on the grid, not rounded. */
export function gridOf(lon: number, lat: number): [number, number] {
  const [easting, northing] = grid.forward([lon, lat]);
  return [easting as number, northing as number];
}

/** A grid position with its degrees at 5 decimals (about a metre). */
export function positionOnGrid(easting: number, northing: number): Position {
  const whole = { easting: Math.round(easting), northing: Math.round(northing) };
  const [lon, lat] = grid.inverse([whole.easting, whole.northing]);
  return { ...whole, lon: (lon as number).toFixed(5), lat: (lat as number).toFixed(5) };
}

/** A position in degrees with its whole metres on the grid. */
export function positionInDegrees(lon: number, lat: number): Position {
  const [easting, northing] = gridOf(lon, lat);
  return {
    lon: lon.toFixed(5),
    lat: lat.toFixed(5),
    easting: Math.round(easting),
    northing: Math.round(northing),
  };
}
