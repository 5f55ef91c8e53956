import type { Kind } from '@kith/core/place/kinds';
import type { Likeness } from '@kith/core/place/match';
import type { PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import { type RowListing, readRowListing } from '@kith/core/sheet/row-listing';
import { sameAsRows } from '@kith/core/sheet/same-place';
import { inArray, sql } from 'drizzle-orm';
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

type Known = Omit<FoundSame, 'likeness'> & { readonly listing: RowListing };

/** The places that each of some rows may be, likeliest first: `certain` and `likely` ones alone. Two questions for all. */
export async function sameAs(db: Database, rows: readonly PlacedRow[]): Promise<FoundSame[][]> {
  const pairs = await placesRound(db, rows);
  const known = await knownPlaces(db, [...new Set(pairs.flat())]);
  return rows.map((row, at) => {
    const listing = readRowListing(listingOf(row));
    return (pairs[at] ?? [])
      .flatMap((key): FoundSame[] => {
        const there = known.get(key);
        if (there === undefined) return [];
        const { listing: theirs, ...found } = there;
        const likeness = sameAsRows(theirs, listing);
        return likeness.verdict === 'apart' ? [] : [{ ...found, likeness }];
      })
      .sort(
        (one, other) => other.likeness.odds - one.likeness.odds || (one.placeId < other.placeId ? -1 : 1),
      );
  });
}

/** The numbers of the places round each row. Benches are never one. */
async function placesRound(db: Database, rows: readonly PlacedRow[]): Promise<number[][]> {
  const boxes = rows.map(({ position: { lon, lat, spreadMetres } }) => {
    const around = AROUND_METRES + 2 * spreadMetres;
    const [wide, high] = [around / 52_000, around / 110_000];
    return [lon - wide, lon + wide, lat - high, lat + high];
  });
  const found = await db.all<{ row: number; places: string }>(sql`
    select box.key as row, json_group_array(p.key) as places
    from json_each(${JSON.stringify(boxes)}) as box cross join place_position as spot
      on spot.east >= box.value ->> 0 and spot.west <= box.value ->> 1
      and spot.north >= box.value ->> 2 and spot.south <= box.value ->> 3
    cross join ${place} p on p.key = spot.key
    where p.kind <> 'bench' group by box.key`);
  const pairs: number[][] = rows.map(() => []);
  for (const { row, places } of found) pairs[row] = JSON.parse(places) as number[];
  return pairs;
}

async function knownPlaces(db: Database, keys: readonly number[]): Promise<ReadonlyMap<number, Known>> {
  const rows = await db
    .select()
    .from(place)
    .where(inArray(place.key, sql`(select value from json_each(${JSON.stringify(keys)}))`));
  return new Map(
    rows.map((each) => {
      const kind = each.kind as Kind;
      const listing = readRowListing({
        ...each,
        kind,
        status: each.status as PlaceStatus,
        precision: each.precision as PlaceSummary['precision'],
        councils: [each.district ?? '', each.operator ?? ''].filter((name) => name !== ''),
      });
      return [each.key, { placeId: each.id, name: each.name, kind, address: each.address, listing }];
    }),
  );
}

function listingOf({ row, position, ground }: PlacedRow) {
  return {
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
}
