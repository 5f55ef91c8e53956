import type { Kind } from '@kith/core/place/kinds';
import type { Likeness, Listing } from '@kith/core/place/match';
import type { PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import { sameAsRow } from '@kith/core/sheet/same-place';
import { and, ne, sql } from 'drizzle-orm';
import { place } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import type { PlacedRow } from './sheet-ground.ts';

export interface FoundSame {
  readonly placeId: string;
  readonly name: string;
  readonly kind: Kind;
  readonly address: string | null;
  readonly likeness: Likeness;
}

/** Places within this of a row are compared with it; of one known only to its village, so much farther. */
const AROUND_METRES = 1_500;

/** The places that a row may be, likeliest first: `certain` and `likely` ones alone. */
export async function sameAs(db: Database, { row, position, ground }: PlacedRow): Promise<FoundSame[]> {
  const around = AROUND_METRES + 2 * position.spreadMetres;
  const [wide, high] = [around / 52_000, around / 110_000];
  const rows = await db
    .select()
    .from(place)
    .where(
      and(
        ne(place.kind, 'bench'),
        sql`${place.key} in (select key from place_position where east >= ${position.lon - wide} and west <= ${position.lon + wide} and north >= ${position.lat - high} and south <= ${position.lat + high})`,
      ),
    );
  const listing: Listing = {
    name: row.name,
    kind: row.kind,
    status: row.status,
    mobile: /\bmobile\b/i.test(row.name),
    easting: position.easting,
    northing: position.northing,
    precision: position.precision,
    spreadMetres: position.spreadMetres,
    postcode: row.postcode,
    address: row.address,
    councils: [ground.district, row.operator ?? ''].filter((each) => each !== ''),
    uprn: row.uprn,
  };
  return rows
    .map((each) => ({
      placeId: each.id,
      name: each.name,
      kind: each.kind as Kind,
      address: each.address,
      likeness: sameAsRow(
        {
          ...each,
          kind: each.kind as Kind,
          status: each.status as PlaceStatus,
          precision: each.precision as PlaceSummary['precision'],
          councils: [each.district ?? '', each.operator ?? ''].filter((name) => name !== ''),
        },
        listing,
      ),
    }))
    .filter(({ likeness }) => likeness.verdict !== 'apart')
    .sort((one, other) => other.likeness.odds - one.likeness.odds || (one.placeId < other.placeId ? -1 : 1));
}
