import type { Claim, PlaceField } from '@kith/core/place/place';
import { sql } from 'drizzle-orm';
import { claim, listing, source } from '../db/schema.ts';
import { mergedInto } from './merges.ts';
import type { Database } from './open.ts';
import { type Standing, UNLISTED } from './place-projection.ts';
import type { LoggedClaim } from './winning-claim.ts';

const PLACES_AT_ONCE = 500;

type Cells = readonly [
  id: number,
  placeId: string,
  field: string,
  value: unknown,
  source: string,
  sourceDetail: string | null,
  asOf: string | null,
  basis: Claim['basis'],
  licence: string,
  author: string,
  priority: number,
];

/** Every claim about these places, oldest first, by place. They come as one JSON text a statement, which is quick. */
export async function claimsOf(
  db: Database,
  placeIds: readonly string[],
): Promise<Map<string, LoggedClaim[]>> {
  const byPlace = new Map<string, LoggedClaim[]>();
  for (let at = 0; at < placeIds.length; at += PLACES_AT_ONCE) {
    const some = JSON.stringify(placeIds.slice(at, at + PLACES_AT_ONCE));
    const rows = await db.all<{ claims: string }>(sql`
      select json_group_array(json_array(c.id, c.place_id, c.field, json(c.value), c.source, c.source_detail, c.as_of,
        c.basis, c.licence, c.author, s.priority)) as claims
      from json_each(${some}) as asked join ${claim} c on c.place_id = asked.value join ${source} s on s.id = c.source`);
    const read = JSON.parse(rows[0]?.claims ?? '[]') as Cells[];
    for (const cells of read.sort(([one], [other]) => one - other)) {
      const each = toLoggedClaim(cells);
      const list = byPlace.get(each.placeId);
      if (list === undefined) byPlace.set(each.placeId, [each]);
      else list.push(each);
    }
  }
  return byPlace;
}

/** Every claim about one place and about those merged into it, and how these stand in the lists of their sources. */
export async function allClaimsOf(
  db: Database,
  id: string,
): Promise<{ claims: LoggedClaim[]; standing: Standing; placeIds: readonly string[] }> {
  const placeIds = [id, ...((await mergedInto(db, [id])).get(id) ?? [])];
  const claims = await claimsOf(db, placeIds);
  const listings = await listingsOf(db, placeIds);
  return {
    claims: placeIds.flatMap((each) => claims.get(each) ?? []),
    standing: standingOf(placeIds.flatMap((each) => listings.get(each) ?? [])),
    placeIds,
  };
}

/** For each place, the day from which each listing of it is gone; null for one that stands. */
export async function listingsOf(
  db: Database,
  placeIds: readonly string[],
): Promise<Map<string, (string | null)[]>> {
  const some = JSON.stringify(placeIds);
  const rows = await db.all<{ id: string; gone: string | null }>(sql`
    select place_id as id, gone_since as gone from json_each(${some}) as asked
    join ${listing} on place_id = asked.value`);
  const byPlace = new Map<string, (string | null)[]>();
  for (const { id, gone } of rows) byPlace.set(id, [...(byPlace.get(id) ?? []), gone]);
  return byPlace;
}

/** What the listings of one place add up to: it is gone when the last of them is. */
export function standingOf(goneSince: readonly (string | null)[]): Standing {
  if (goneSince.length === 0) return UNLISTED;
  const days = goneSince.flatMap((day) => day ?? []);
  if (days.length < goneSince.length) return { listed: true, goneSince: null };
  return { listed: false, goneSince: days.sort().at(-1) ?? null };
}

function toLoggedClaim(cells: Cells): LoggedClaim {
  const [id, placeId, field, value, from, sourceDetail, asOf, basis, licence, author, priority] = cells;
  return {
    id,
    placeId,
    field: field as PlaceField,
    value,
    source: from,
    sourceDetail,
    asOf,
    basis,
    licence,
    author,
    priority,
  };
}
