import { sql } from 'drizzle-orm';
import { area, areaValue } from '../db/schema.ts';
import type { Database } from './open.ts';

/** How many areas of these districts have a figure, by indicator. An indicator without any is not in it. */
export async function figuresHeld(
  db: Database,
  districtCodes: Iterable<string>,
): Promise<Map<string, number>> {
  const districts = JSON.stringify([...districtCodes]);
  const rows = await db.all<{ indicator: string; n: number }>(
    sql`select ${areaValue.indicator} as indicator, count(*) as n from ${areaValue}
        join ${area} on ${area.code} = ${areaValue.area}
        where ${areaValue.value} is not null
          and ${area.districtCode} in (select value from json_each(${districts}))
        group by 1 order by 1`,
  );
  return new Map(rows.map(({ indicator, n }) => [indicator, n]));
}
