import type { Patch } from '@kith/core/area/patch';
import { asc } from 'drizzle-orm';
import { area, patch } from '../db/schema.ts';
import type { Database } from './open.ts';

/** Every map that is loaded, by name, each with its districts by name. */
export async function listPatches(db: Database): Promise<Patch[]> {
  const rows = await db.select().from(patch).orderBy(asc(patch.name), asc(patch.id));
  const districts = await db
    .selectDistinct({ patch: area.patch, code: area.districtCode, name: area.district })
    .from(area)
    .orderBy(asc(area.district), asc(area.districtCode));
  return rows.map(({ id, name, shortName, west, south, east, north, areaCount, residents }) => ({
    id,
    name,
    shortName,
    bbox: [west, south, east, north],
    areaCount,
    residents,
    districts: districts.filter((each) => each.patch === id).map(({ code, name }) => ({ code, name })),
  }));
}
