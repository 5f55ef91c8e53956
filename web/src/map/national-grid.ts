import { BRITISH_NATIONAL_GRID } from '@kith/core/place/british-national-grid';
import proj4 from 'proj4/lib/core';
import Proj from 'proj4/lib/Proj';
import transverseMercator from 'proj4/lib/projections/etmerc';

// The one projection that the grid needs: all of them are too heavy for a phone.
Proj.projections.add(transverseMercator);
const grid = proj4('WGS84', BRITISH_NATIONAL_GRID);

/** Degrees of a point on the grid, to 5 decimals (about a metre): for what the map shows. Nothing is measured in degrees. */
export function gridToDegrees(easting: number, northing: number): { lon: number; lat: number } {
  const [lon, lat] = grid.inverse([easting, northing]) as [number, number];
  return { lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) };
}
