import { degreesToGrid } from '../map/national-grid.ts';

/** A spot in whole metres of the National Grid. */
export interface GridSpot {
  readonly easting: number;
  readonly northing: number;
}

/** Where a spot of the map lies on the grid that everything is measured on. */
export const askGridSpot = async (lon: number, lat: number): Promise<GridSpot> => degreesToGrid(lon, lat);
