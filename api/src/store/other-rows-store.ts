import { sql } from 'drizzle-orm';
import type { Database } from './open.ts';

/** What tables that name no source hold, and whose they are by the beginning of the source's id. */
export async function otherRows(db: Database): Promise<{ from: RegExp; what: string; rows: number }[]> {
  const count = async (query: ReturnType<typeof sql>) => (await db.all<{ n: number }>(query))[0]?.n ?? 0;
  const areas = await count(sql`select count(*) as n from area`);
  return [
    { from: /^ons-lookups/, what: 'areas with their names', rows: areas },
    { from: /^ons-ruc/, what: 'areas as urban or rural', rows: areas },
    { from: /^ons-.*centroids/, what: 'middles of areas', rows: areas },
    {
      from: /^ons-lad.*boundaries/,
      what: 'outlines of districts',
      rows: await count(sql`select count(distinct district_code) as n from area where origin = 'official'`),
    },
    {
      from: /^ons-lsoa.*boundaries/,
      what: 'official outlines of areas',
      rows: await count(
        sql`select count(*) as n from area_shape s join area a on a.code = s.area where a.origin = 'official'`,
      ),
    },
    { from: /^code-?point/, what: 'postcodes', rows: await count(sql`select count(*) as n from postcode`) },
    {
      from: /^code-?point/,
      what: 'beginnings of postcodes',
      rows: await count(sql`select count(*) as n from postcode_sector`),
    },
    {
      from: /^code-?point/,
      what: 'home points',
      rows: await count(sql`select count(*) as n from home_point`),
    },
    {
      from: /^os-open-names/,
      what: 'names of towns and villages',
      rows: await count(sql`select count(*) as n from place_name`),
    },
    {
      from: /^mhclg/,
      what: 'years of council spending',
      rows: await count(sql`select count(*) as n from money`),
    },
  ];
}
