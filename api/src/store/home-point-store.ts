import type { HomePoint } from '@kith/core/area/area';
import { asc } from 'drizzle-orm';
import { homePoint } from '../db/schema.ts';
import type { Database } from './open.ts';

/** Every home point, by area code and then in the order they were loaded. */
export async function listHomePoints(db: Database): Promise<HomePoint[]> {
  const rows = await db.select().from(homePoint).orderBy(asc(homePoint.area), asc(homePoint.id));
  return rows.map(({ area, easting, northing, residents }) => ({ area, easting, northing, residents }));
}
