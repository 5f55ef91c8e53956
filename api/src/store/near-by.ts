import { and, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import type { Database } from './open.ts';
import { inRing, type PlaceFilter } from './place-query.ts';

/** The first ring looked at, metres, and how much wider each next one is. */
const FIRST_RING = 2_000;
const WIDER = 4;
const WIDEST_RING = 200_000;

/**
 * A condition that holds the nearest places to a ring round the point asked about, wide enough that at least `limit`
 * of them lie in it: what is further off cannot come on the page. Undefined where no point is asked about, or so few
 * places lie round it that all must be looked at.
 */
export async function nearBy(
  db: Database,
  filter: PlaceFilter,
  where: SQL | undefined,
  limit: number,
): Promise<SQL | undefined> {
  const { near } = filter;
  if (near === undefined || near.withinMetres !== undefined) return undefined;
  for (let metres = FIRST_RING; metres <= WIDEST_RING; metres *= WIDER) {
    const ring = inRing(near, metres);
    const rows = await db.all<{ n: number }>(
      sql`select count(*) as n from ${place} where ${and(where, ring)}`,
    );
    if ((rows[0]?.n ?? 0) >= limit) return ring;
  }
  return undefined;
}
