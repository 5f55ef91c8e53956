import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import { PATCH_IDS } from '@kith/core/area/patches';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z.object({
  name: cell.text,
  district: z.string(),
  type: cell.text,
  patch: z.enum(PATCH_IDS),
  lon: cell.decimal,
  lat: cell.decimal,
  easting: cell.whole,
  northing: cell.whole,
});

/** Names of towns, villages and the like, for search and for labels. */
export function readPlaceNames(file: string): PlaceNameToLoad[] {
  return readCsv(file, row);
}
