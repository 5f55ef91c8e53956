import type { AreaSummary } from '@kith/core/area/area';
import { asc, eq, like } from 'drizzle-orm';
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

/** How many areas of England are loaded: their codes begin with E01, those of Wales with W01. */
export async function countAreasOfEngland(db: Database): Promise<number> {
  return db.$count(area, like(area.code, 'E01%'));
}

/** Every figure of one indicator, by area code. */
export async function listColumn(db: Database, indicator: string): Promise<Omit<AreaValue, 'indicator'>[]> {
  return db
    .select({
      area: areaValue.area,
      value: areaValue.value,
      reason: areaValue.reason,
      geography: areaValue.geography,
      source: areaValue.source,
      year: areaValue.year,
    })
    .from(areaValue)
    .where(eq(areaValue.indicator, indicator))
    .orderBy(asc(areaValue.area));
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
