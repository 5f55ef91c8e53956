import { and, gte, lte } from 'drizzle-orm';
import { placeName } from '../db/schema.ts';
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

/**
 * Puts place names in the stead of those that are there: of all of them, or of those that lie in a box. Call it inside
 * a transaction.
 */
export async function replaceNames(
  db: Database,
  names: Iterable<PlaceNameToLoad>,
  within?: GridBox,
): Promise<void> {
  await db
    .delete(placeName)
    .where(
      within &&
        and(
          gte(placeName.easting, within.west),
          lte(placeName.easting, within.east),
          gte(placeName.northing, within.south),
          lte(placeName.northing, within.north),
        ),
    );
  await insertAll(db, placeName, withFolded(names));
}

function* withFolded(names: Iterable<PlaceNameToLoad>) {
  for (const { name, district, type, patch, lon, lat, easting, northing } of names) {
    yield { name, folded: folded(name), district, type, patch, lon, lat, easting, northing };
  }
}
