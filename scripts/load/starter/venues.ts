import { patchIdSchema } from '@kith/core/area/patch';
import { KIND_IDS } from '@kith/core/place/kinds';
import type { Source } from '@kith/core/source/source';
import { z } from 'zod';
import { claimsFrom, type LoadedClaim, placeId } from '../place-claims.ts';
import { cell, readCsv } from './read-csv.ts';

const SOURCE = 'kith-venue-facts-2026';
/** Without its year: a later file must not change the ids. */
const ID_SOURCE = 'kith-venue-facts';

/** Somewhere in a village or neighbourhood (method 2). Errs wide: most villages are smaller. */
const VILLAGE_SPREAD_METRES = 600;

const row = z
  .object({
    key: cell.text,
    name: cell.text,
    kind: z.enum(KIND_IDS),
    status: z.enum(['open', 'closed', 'unknown']),
    patch: patchIdSchema,
    district: z.string(),
    address: z.string(),
    postcode: z.string(),
    lon: cell.maybeDecimal,
    lat: cell.maybeDecimal,
    easting: cell.maybeWhole,
    northing: cell.maybeWhole,
    precision: z.enum(['exact', 'postcode', 'village', 'none']),
    when: z.string(),
    year: z.string().regex(/^(\d{4})?$/, 'is not a year'),
    opening_hours: z.string(),
    for_whom: z.string(),
    phone: z.string(),
    website: z.string(),
    source: cell.text,
  })
  .refine((each) => (each.precision === 'none') === (each.easting === null), {
    path: ['precision'],
    message: 'is none just where there is no position',
  });

/**
 * Venues and groups read from public pages. None is confirmed: each is as old as its page says, and undated where
 * the page says nothing.
 */
export function readVenues(file: string, sources: ReadonlyMap<string, Source>): LoadedClaim[] {
  const source = sources.get(SOURCE);
  if (source === undefined) throw new Error(`data/sources.json has no "${SOURCE}".`);
  return readCsv(file, row).flatMap((each) =>
    claimsFrom(
      placeId(ID_SOURCE, each.key),
      {
        source: SOURCE,
        sourceDetail: each.source,
        asOf: each.year === '' ? null : each.year,
        basis: each.year === '' ? 'undated' : 'published',
        licence: source.licence,
      },
      {
        name: each.name,
        kind: each.kind,
        status: each.status,
        position: positionOf(each),
        address: each.address,
        postcode: each.postcode,
        district: each.district,
        patch: each.patch,
        outside: false,
        mobile: false,
        phone: each.phone,
        website: each.website,
        when: each.when,
        openingHours: each.opening_hours,
        forWhom: each.for_whom,
      },
    ),
  );
}

function positionOf({ lon, lat, easting, northing, precision }: z.infer<typeof row>) {
  if (lon === null || lat === null || easting === null || northing === null) return null;
  const spreadMetres = precision === 'village' ? VILLAGE_SPREAD_METRES : 0;
  return { lon, lat, easting, northing, precision, spreadMetres };
}
