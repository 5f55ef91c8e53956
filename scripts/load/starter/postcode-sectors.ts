import { toGrid } from '@kith/api/geo/national-grid';
import type { SectorToLoad } from '@kith/api/store/seed-store';
import { patchIdSchema } from '@kith/core/area/patch';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z.object({
  sector: z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d$/, 'is not a postcode sector such as LE10 0'),
  patch: patchIdSchema,
  lon: cell.decimal,
  lat: cell.decimal,
  easting: cell.maybeWhole,
  northing: cell.maybeWhole,
  postcodes: cell.whole,
});

/** Mean position of each postcode sector's postcodes. */
export function readPostcodeSectors(file: string): SectorToLoad[] {
  return readCsv(file, row).map((each) => {
    const grid = toGrid(each.lon, each.lat);
    return { ...each, easting: each.easting ?? grid.easting, northing: each.northing ?? grid.northing };
  });
}
