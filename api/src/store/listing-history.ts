import type { PlaceDetail } from '@kith/core/place/place';
import { sql } from 'drizzle-orm';
import { change, listing } from '../db/schema.ts';
import type { Database } from './open.ts';

/** The lists that these listings of one place stand or stood in, by source and key. */
export async function listingHistory(
  db: Database,
  placeIds: readonly string[],
): Promise<PlaceDetail['listings']> {
  return db.all<PlaceDetail['listings'][number]>(sql`
    select l.source, l.gone_since as goneSince, substr(f.at, 1, 10) as firstSeen, substr(c.at, 1, 10) as lastChanged
    from json_each(${JSON.stringify(placeIds)}) as asked
    join ${listing} l on l.place_id = asked.value
    join ${change} f on f.id = l.first_change
    join ${change} c on c.id = l.last_change
    order by l.source, l.key`);
}
