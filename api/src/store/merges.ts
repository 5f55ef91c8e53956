import { sql } from 'drizzle-orm';
import { placeRedirect } from '../db/schema.ts';
import type { Database } from './open.ts';

/**
 * Reading `place_redirect`, which is what the standing merges add up to. One step of it may lead to a place that was
 * itself merged: these follow to the end, by index, whether it is kept flat or as a chain.
 */

const IDS_AT_ONCE = 1_000;

/** The place that each id stands for at the end of all merges; itself when it was never merged. */
export async function survivorsOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = JSON.stringify(ids.slice(at, at + IDS_AT_ONCE));
    const rows = await db.all<{ id: string; at: string }>(sql`
      with recursive led(id, at) as (
        select from_id, to_id from json_each(${some}) join ${placeRedirect} on from_id = value
        union
        select led.id, to_id from led join ${placeRedirect} on from_id = led.at
      )
      select id, at from led where not exists (select 1 from ${placeRedirect} where from_id = led.at)`);
    for (const row of rows) found.set(row.id, row.at);
  }
  for (const id of ids) if (!found.has(id)) found.set(id, id);
  return found;
}

/** Where each merged place went, by its id: every one of them, so only where all are wanted. */
export async function listMerges(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select().from(placeRedirect);
  return new Map(rows.map((row) => [row.fromId, row.toId]));
}

/** The place that an id stands for at the end of these merges; itself when it was never merged. */
export function survivorOf(id: string, merges: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = merges.get(at); next !== undefined && !seen.has(next); next = merges.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}

/** The places that were merged into each of these, however many steps ago, by id. Those without any are left out. */
export async function mergedInto(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = JSON.stringify(ids.slice(at, at + IDS_AT_ONCE));
    const rows = await db.all<{ id: string; part: string }>(sql`
      with recursive held(id, part) as (
        select to_id, from_id from json_each(${some}) join ${placeRedirect} on to_id = value
        union
        select held.id, from_id from held join ${placeRedirect} on to_id = held.part
      )
      select id, part from held where id <> part order by id, part`);
    for (const row of rows) {
      const list = found.get(row.id);
      if (list === undefined) found.set(row.id, [row.part]);
      else list.push(row.part);
    }
  }
  return found;
}
