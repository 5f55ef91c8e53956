import type { HomePoint } from '@kith/core/area/area';
import type { AreaRecord } from './store/area-store.ts';

/** Every home point, as numbers side by side, grouped by area in the order of the areas. */
export interface HomeColumns {
  /** Those of area `at` run from `start[at]` to `start[at + 1]`. */
  readonly start: readonly number[];
  /** The area of each, as a place in the order of the areas. */
  readonly area: number[];
  readonly easting: number[];
  readonly northing: number[];
  readonly residents: number[];
}

/** @param points by area code, as `areas` are */
export function homeColumnsOf(areas: readonly AreaRecord[], points: readonly HomePoint[]): HomeColumns {
  const columns: HomeColumns & { start: number[] } = {
    start: [],
    area: [],
    easting: [],
    northing: [],
    residents: [],
  };
  let next = 0;
  for (const [at, { code }] of areas.entries()) {
    columns.start.push(columns.area.length);
    while ((points[next]?.area ?? '~') < code) next++;
    for (let point = points[next]; point?.area === code; point = points[++next]) {
      columns.area.push(at);
      columns.easting.push(point.easting);
      columns.northing.push(point.northing);
      columns.residents.push(point.residents);
    }
  }
  columns.start.push(columns.area.length);
  return columns;
}
