import type { HomePoint } from '@kith/core/area/area';
import { sql } from 'drizzle-orm';
import { homePoint } from '../db/schema.ts';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open.ts';

type Row = readonly [area: string, easting: number, northing: number, residents: number];

/** Every home point, by area code and then in the order they were loaded. */
export async function listHomePoints(db: Database): Promise<HomePoint[]> {
  const rows = await jsonRows<Row>(
    db,
    [homePoint.area, homePoint.easting, homePoint.northing, homePoint.residents],
    sql`select * from ${homePoint} order by ${homePoint.area}, ${homePoint.id}`,
  );
  return rows.map(([area, easting, northing, residents]) => ({ area, easting, northing, residents }));
}
