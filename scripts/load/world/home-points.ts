import type { HomePointToLoad } from '@kith/api/store/seed-store';
import { type AreaHomePoints, homePointsOf } from '@kith/core/area/home-points';
import type { Centroid } from '../lsoa-centroids.ts';
import { edgeFinder, type GridColumns } from './edge-metres.ts';
import type { Geography } from './geography.ts';
import type { PlacedPostcodes } from './place-postcodes.ts';

const ENGLAND = 'E92000001';

/** Postcodes by area: those of the area at `n` are `order[start[n]]` up to `order[start[n + 1]]`, in order. */
export interface PostcodesByArea {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** Sorts postcodes into areas by counting. */
export function postcodesByArea({ area, length }: PlacedPostcodes, areas: number): PostcodesByArea {
  const start = new Int32Array(areas + 1);
  for (let at = 0; at < length; at += 1) {
    const place = area[at] as number;
    if (place >= 0) start[place + 1] = (start[place + 1] as number) + 1;
  }
  for (let place = 0; place < areas; place += 1) {
    start[place + 1] = (start[place + 1] as number) + (start[place] as number);
  }
  const next = start.slice();
  const order = new Int32Array(start[areas] as number);
  for (let at = 0; at < length; at += 1) {
    const place = area[at] as number;
    if (place < 0) continue;
    order[next[place] as number] = at;
    next[place] = (next[place] as number) + 1;
  }
  return { start, order };
}

/** Where the residents of an area are taken to live: clusters of its postcodes, tilted to the official centroid. */
export function homePointsAt(
  place: number,
  { start, order }: PostcodesByArea,
  { easting, northing }: PlacedPostcodes,
  centroid: Centroid,
  residents: number,
): AreaHomePoints {
  const points = Array.from(order.subarray(start[place], start[place + 1]), (at) => ({
    easting: easting[at] as number,
    northing: northing[at] as number,
  }));
  return homePointsOf(points, centroid, residents);
}

/** The home points of an area as they are stored. */
export function pointsToLoad(area: string, { points }: AreaHomePoints): HomePointToLoad[] {
  return points.map((point) => ({ area, ...point }));
}

/**
 * Distances to the edge of what is loaded: to the nearest postcode of a district that is not. A district that the
 * edition of the postcodes still names by an older code is told by the boundaries.
 */
export function edgeOf(
  placed: PlacedPostcodes,
  { areas, districts }: Geography,
  isLoaded: (districtCode: string) => boolean,
): ReturnType<typeof edgeFinder> {
  const today = new Set(districts.map(({ code }) => code));
  const english = placed.countries.indexOf(ENGLAND);
  // Of each district of the postcodes: loaded, not loaded, or (renamed since) not to be told.
  const standing = placed.districts.map((code) => (today.has(code) ? isLoaded(code) : null));
  const loadedArea = areas.map(({ districtCode }) => isLoaded(districtCode));
  const outside = new Int32Array(placed.length);
  let count = 0;
  for (let at = 0; at < placed.length; at += 1) {
    if (isInside(at)) continue;
    outside[count] = at;
    count += 1;
  }
  return edgeFinder(columnsOf(placed, outside.subarray(0, count)));

  function isInside(at: number): boolean {
    if (placed.country[at] !== english) return false;
    const standsIn = standing[placed.district[at] as number] ?? null;
    // Off every shore and of no district of today: not to be told, and no edge.
    return standsIn ?? loadedArea[placed.area[at] as number] ?? true;
  }
}

/** Where these postcodes lie, as columns. */
export function columnsOf({ easting, northing }: PlacedPostcodes, places: Int32Array): GridColumns {
  return {
    easting: places.map((at) => easting[at] as number),
    northing: places.map((at) => northing[at] as number),
  };
}
