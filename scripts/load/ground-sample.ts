import type { Source } from '@kith/core/source/source';
import type { FoundFile, Rejection, SourceFile } from './files/found-file.ts';
import { councilsOf } from './libraries/councils.ts';
import type { LibraryGround } from './libraries/place-libraries.ts';
import type { Listing } from './listing.ts';

/** Ground for tests: Rutland is the square of 10 km from 480,000, 300,000; homes stand along its edge. */
const [WEST, SOUTH, EAST, NORTH] = [480_000, 300_000, 490_000, 310_000];

/** Metres from the square along each axis; 0 inside. */
function metresOutside(easting: number, northing: number): number {
  return Math.max(WEST - easting, easting - EAST, SOUTH - northing, northing - NORTH, 0);
}

export const RUTLAND = { district: 'Rutland', districtCode: 'E06000017', patch: 'leicestershire' };
export const POSTCODES: Readonly<Record<string, readonly [number, number]>> = {
  LE156AA: [485_900, 308_600],
  LE156BB: [486_100, 308_500],
  PE91AA: [493_000, 307_000],
  ZE10AA: [447_000, 1_141_000],
};

export const rutland: LibraryGround = {
  ground: {
    areaAt: (easting, northing) => (metresOutside(easting, northing) === 0 ? RUTLAND : null),
    nearHome: (easting, northing, limit) =>
      metresOutside(easting, northing) <= limit ? { patch: RUTLAND.patch } : null,
  },
  postcodeAt: (folded) => {
    const found = POSTCODES[folded];
    return found === undefined ? null : { easting: found[0], northing: found[1] };
  },
  councilAt: councilsOf([
    {
      code: 'E06000017',
      name: 'Rutland',
      authorityCode: 'E06000017',
      authorityName: 'Rutland',
      patch: 'leicestershire',
    },
  ]),
};

export function sampleSource(id: string, vintage: string): Source {
  return {
    id,
    title: id,
    publisher: 'Publisher',
    url: 'https://example.org/list',
    licence: 'Open Government Licence v3.0',
    licenceUrl: 'https://example.org/licence',
    attribution: 'Publisher',
    vintage,
    caution: '',
    sha256: null,
  };
}

/** All rows of a file, and what was rejected. */
export async function readAll<Row>(source: SourceFile<Row>, file: FoundFile) {
  const rejected: Rejection[] = [];
  const rows: Row[] = [];
  for await (const batch of source.read(file, (each) => rejected.push(each))) rows.push(...batch);
  return { rows, rejected };
}

/** What a listing says, field by field; a field that is said to have no value is null. */
export function fieldsOf(listing: Listing | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries((listing?.claims ?? []).map((claim) => [claim.field, claim.value]));
}

/** How old a field of a listing is: `2023 checked`. */
export function ageOf(listing: Listing | undefined, field: string): string | undefined {
  const claim = listing?.claims.find((each) => each.field === field);
  return claim && `${claim.asOf} ${claim.basis}`;
}
