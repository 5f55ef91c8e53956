import { degreesOf, gridOf } from '@kith/api/geo/national-grid';

export interface Position {
  readonly lon: string;
  readonly lat: string;
  readonly easting: number;
  readonly northing: number;
}

/** A grid position with its degrees at 5 decimals (about a metre). */
export function positionOnGrid(easting: number, northing: number): Position {
  const whole = { easting: Math.round(easting), northing: Math.round(northing) };
  const [lon, lat] = degreesOf(whole.easting, whole.northing);
  return { ...whole, lon: lon.toFixed(5), lat: lat.toFixed(5) };
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
