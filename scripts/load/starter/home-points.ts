import type { HomePointToLoad } from '@kith/api/store/seed-store';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z.object({
  area: cell.text,
  easting: cell.whole,
  northing: cell.whole,
  residents: cell.whole,
  kind: cell.text,
});

/** Where shares of each area's people live, in the order of the file. */
export function readHomePoints(file: string): HomePointToLoad[] {
  return readCsv(file, row);
}
