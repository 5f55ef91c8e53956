import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import { patchIdSchema } from '@kith/core/area/patch';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z.object({
  name: cell.text,
  district: z.string(),
  type: cell.text,
  patch: patchIdSchema,
  lon: cell.decimal,
  lat: cell.decimal,
  easting: cell.whole,
  northing: cell.whole,
});

/** Names of towns, villages and the like, for search and for labels. */
export function readPlaceNames(file: string): PlaceNameToLoad[] {
  return readCsv(file, row);
}
