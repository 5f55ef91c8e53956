import { inArray, sql } from 'drizzle-orm';
import { claim, place, source } from '../db/schema.ts';
import { insertAll, updateAll } from './bulk.ts';
import { claimsOf, listingsOf, standingOf } from './claims-of.ts';
import { mergedInto, survivorsOf } from './merges.ts';
import type { Database } from './open.ts';
import { type PlaceRow, projectPlace } from './place-projection.ts';

/** Places whose claims are held at once. */
const PLACES_AT_ONCE = 1_000;

/**
 * Makes the rows of these places anew from their claims, some at a time, so that memory stays flat. A place that
 * nothing names any more is taken off the list, and so is one merged into another: what is said of it is said of
 * that one. Rows that stay as they are are not written.
 */
export async function projectPlaces(db: Database, ids: readonly string[]): Promise<void> {
  const publishers = new Map((await db.select().from(source)).map((row) => [row.id, row.publisher]));
  const unique = [...new Set(ids)];
  for (let at = 0; at < unique.length; at += PLACES_AT_ONCE) {
    await projectSome(db, unique.slice(at, at + PLACES_AT_ONCE), publishers);
  }
}

/** Makes every place anew from its claims: what is shown may have changed though nothing new was said. */
export async function projectAllPlaces(db: Database): Promise<void> {
  const publishers = new Map((await db.select().from(source)).map((row) => [row.id, row.publisher]));
  for (let after = ''; ; ) {
    const rows = await db.all<{ id: string }>(
      sql`select distinct place_id as id from ${claim} where place_id > ${after} order by place_id limit ${PLACES_AT_ONCE}`,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    await projectSome(
      db,
      rows.map((row) => row.id),
      publishers,
    );
    after = last.id;
  }
}

async function projectSome(
  db: Database,
  ids: readonly string[],
  publishers: ReadonlyMap<string, string>,
): Promise<void> {
  const survivors = await survivorsOf(db, ids);
  const placeIds = [...new Set(ids.flatMap((id) => [id, survivors.get(id) ?? id]))];
  const merged = await mergedInto(db, placeIds);
  const everyId = [...new Set(placeIds.flatMap((id) => [id, ...(merged.get(id) ?? [])]))];
  const claims = await claimsOf(db, everyId);
  const listings = await listingsOf(db, everyId);
  const known = new Set(
    (
      await db
        .select({ id: place.id })
        .from(place)
        .where(inArray(place.id, sql`(select value from json_each(${JSON.stringify(placeIds)}))`))
    ).map((row) => row.id),
  );
  const changed: PlaceRow[] = [];
  const added: PlaceRow[] = [];
  const gone: string[] = [];
  for (const id of placeIds) {
    const parts = [id, ...(merged.get(id) ?? [])];
    const standing = standingOf(parts.flatMap((each) => listings.get(each) ?? []));
    const said = parts.flatMap((each) => claims.get(each) ?? []);
    const isMerged = (survivors.get(id) ?? id) !== id;
    const row = isMerged ? undefined : projectPlace(id, said, publishers, standing);
    if (row === undefined) gone.push(id);
    else if (known.has(id)) changed.push(row);
    else added.push(row);
  }
  await updateAll(db, place, 'id', changed);
  await insertAll(db, place, added);
  const leaving = JSON.stringify(gone.filter((id) => known.has(id)));
  await db.delete(place).where(inArray(place.id, sql`(select value from json_each(${leaving}))`));
}
