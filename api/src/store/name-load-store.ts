import { and, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { placeName, placeNameWord } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import { folded } from './folded.ts';
import type { Database } from './open.ts';
import type { PlaceNameToLoad } from './seed-store.ts';

/** A box in whole metres of the National Grid. */
export interface GridBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Which names a load speaks for: those in a box, or those on some maps. */
export type NamesWithin = GridBox | { readonly patches: readonly string[] };

/**
 * Puts place names in the stead of those that are there: of all of them, or of those that a load speaks for. Call it
 * inside a transaction.
 */
export async function replaceNames(
  db: Database,
  names: Iterable<PlaceNameToLoad>,
  within?: NamesWithin,
): Promise<void> {
  await db.delete(placeName).where(within && inside(within));
  const last = await db.all<{ id: number | null }>(sql`select max(id) as id from ${placeName}`);
  await insertAll(db, placeName, withFolded(names));
  await indexWords(db, last[0]?.id ?? 0);
}

function inside(within: NamesWithin): SQL | undefined {
  if ('patches' in within) return inArray(placeName.patch, [...within.patches]);
  return and(
    gte(placeName.easting, within.west),
    lte(placeName.easting, within.east),
    gte(placeName.northing, within.south),
    lte(placeName.northing, within.north),
  );
}

/** Writes down the words of the names added after one. Those of names that go are taken away by a trigger. */
async function indexWords(db: Database, after: number): Promise<void> {
  await db.run(sql`
    insert into ${placeNameWord} (words, name_id, later, size, patch, folded)
    with recursive part(id, words, later) as (
      select id, folded, 0 from ${placeName} where id > ${after}
      union all
      select id, substr(words, instr(words, ' ') + 1), 1 from part where instr(words, ' ') > 0
    )
    select part.words, n.id, part.later,
      case n.type when 'city' then 0 when 'town' then 1 when 'village' then 2 when 'area' then 3 when 'hamlet' then 4 else 5 end,
      n.patch, n.folded
    from part join ${placeName} n on n.id = part.id`);
}

function* withFolded(names: Iterable<PlaceNameToLoad>) {
  for (const { name, district, type, patch, lon, lat, easting, northing } of names) {
    yield { name, folded: folded(name), district, type, patch, lon, lat, easting, northing };
  }
}
