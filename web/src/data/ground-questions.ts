import { api, read } from './client.ts';

/** A spot of the map on the grid that everything is measured on, and whose homes it is near. */
export interface GridSpot {
  /** Whole metres of the British National Grid. */
  readonly easting: number;
  readonly northing: number;
  /** Of the area whose people live nearest; null far from everyone loaded. */
  readonly ward: string | null;
  readonly district: string | null;
}

/** @throws ApiProblem in plain English, such as where the spot is not in Great Britain */
export const askGridSpot = (lon: number, lat: number): Promise<GridSpot> =>
  read(api.api.ground.at.$get({ query: { lon: lon.toFixed(6), lat: lat.toFixed(6) } }));
