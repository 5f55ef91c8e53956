import { patchIdSchema } from '@kith/core/area/patch';
import type { Source } from '@kith/core/source/source';
import { z } from 'zod';
import { claimsFrom, type LoadedClaim, placeId } from '../place-claims.ts';
import { cell, readCsv } from './read-csv.ts';

const SOURCE = 'openbenches-2026-05';
/** Without its month: a later file must not change the ids. */
const ID_SOURCE = 'openbenches';

const row = z.object({
  key: cell.text,
  name: cell.text,
  patch: patchIdSchema,
  district: z.string(),
  lon: cell.decimal,
  lat: cell.decimal,
  easting: cell.whole,
  northing: cell.whole,
});

/** Memorial benches of OpenBenches. Their age is the file's month, not a check that they still stand. */
export function readBenches(file: string, sources: ReadonlyMap<string, Source>): LoadedClaim[] {
  const source = sources.get(SOURCE);
  if (source === undefined) throw new Error(`data/sources.json has no "${SOURCE}".`);
  return readCsv(file, row).flatMap((each) =>
    claimsFrom(
      placeId(ID_SOURCE, each.key),
      {
        source: SOURCE,
        sourceDetail: `https://openbenches.org/bench/${each.key}`,
        asOf: source.vintage,
        basis: 'published',
        licence: source.licence,
      },
      {
        name: each.name,
        kind: 'bench',
        status: 'open',
        position: {
          lon: each.lon,
          lat: each.lat,
          easting: each.easting,
          northing: each.northing,
          precision: 'exact',
          spreadMetres: 0,
        },
        district: each.district,
        patch: each.patch,
        outside: false,
        mobile: false,
      },
    ),
  );
}
