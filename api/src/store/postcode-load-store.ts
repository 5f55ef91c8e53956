import { inArray, sql } from 'drizzle-orm';
import { postcode } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';

/** A postcode unit. `folded` is without its space: `LE100AA`. `area` is the code of the area it lies in, where loaded. */
export interface PostcodeToLoad {
  readonly folded: string;
  readonly easting: number;
  readonly northing: number;
  readonly area: string | null;
}

/** Adds postcodes; one that is there already is brought up to date. */
export async function putPostcodes(db: Database, batch: Iterable<PostcodeToLoad>): Promise<void> {
  await insertAll(db, postcode, batch, { replace: true });
}

export async function clearPostcodes(db: Database): Promise<void> {
  await db.delete(postcode);
}

export async function countPostcodes(db: Database): Promise<number> {
  return db.$count(postcode);
}

const ASKED_AT_ONCE = 5_000;

/** Where these postcodes lie, by their letters without a space. One that is not known is left out. */
export async function postcodesAt(
  db: Database,
  folded: readonly string[],
): Promise<Map<string, { easting: number; northing: number; area: string | null }>> {
  const found = new Map<string, { easting: number; northing: number; area: string | null }>();
  for (let at = 0; at < folded.length; at += ASKED_AT_ONCE) {
    const asked = JSON.stringify(folded.slice(at, at + ASKED_AT_ONCE));
    const rows = await db
      .select()
      .from(postcode)
      .where(inArray(postcode.folded, sql`(select value from json_each(${asked}))`));
    for (const { folded: key, ...rest } of rows) found.set(key, rest);
  }
  return found;
}
