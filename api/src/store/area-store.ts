import type { AreaSummary } from '@kith/core/area/area';
import { asc, eq } from 'drizzle-orm';
import { area, areaValue } from '../db/schema.ts';
import type { Database } from './open.ts';

/** An area with what lists leave out: its counts and where its middle is. */
export interface AreaRecord extends AreaSummary {
  readonly aged65Over: number;
  readonly disabled: number;
  readonly easting: number;
  readonly northing: number;
  readonly lon: number;
  readonly lat: number;
}

/** One figure of one area. Null is "no data", for the reason given. */
export interface AreaValue {
  readonly area: string;
  readonly indicator: string;
  readonly value: number | null;
  readonly reason: string | null;
  readonly geography: 'lsoa' | 'msoa';
  readonly source: string;
  readonly year: string;
}

/** Areas by code, of one patch or of all. */
export async function listAreas(db: Database, patch?: string): Promise<AreaRecord[]> {
  const rows = await db
    .select()
    .from(area)
    .where(patch === undefined ? undefined : eq(area.patch, patch))
    .orderBy(asc(area.code));
  return rows.map(toArea);
}

export async function countAreas(db: Database): Promise<number> {
  return db.$count(area);
}

/** Every figure of every area, by indicator and area code. */
export async function listValues(db: Database): Promise<AreaValue[]> {
  const rows = await db.select().from(areaValue).orderBy(asc(areaValue.indicator), asc(areaValue.area));
  return rows.map((row) => ({
    area: row.area,
    indicator: row.indicator,
    value: row.value,
    reason: row.reason,
    geography: row.geography,
    source: row.source,
    year: row.year,
  }));
}

function toArea(row: typeof area.$inferSelect): AreaRecord {
  return {
    code: row.code,
    name: row.name,
    ward: row.ward,
    district: row.district,
    districtCode: row.districtCode,
    patch: row.patch as AreaRecord['patch'],
    ruralUrban: row.ruralUrban,
    residents: row.residents,
    households: row.households,
    edgeMetres: row.edgeMetres,
    aged65Over: row.aged65Over,
    disabled: row.disabled,
    easting: row.easting,
    northing: row.northing,
    lon: row.lon,
    lat: row.lat,
  };
}
