import type { AreaSummary } from '@kith/core/area/area';
import { like, sql } from 'drizzle-orm';
import { area, areaValue } from '../db/schema.ts';
import { jsonRows } from './json-rows.ts';
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

/** In the order of the columns read. */
type AreaRow = readonly [
  code: string,
  name: string,
  ward: string,
  district: string,
  districtCode: string,
  patch: string,
  ruralUrban: AreaRecord['ruralUrban'],
  residents: number,
  households: number,
  edgeMetres: number | null,
  aged65Over: number,
  disabled: number,
  easting: number,
  northing: number,
  lon: number,
  lat: number,
];

/** Areas by code, of one patch or of all. */
export async function listAreas(db: Database, patch?: string): Promise<AreaRecord[]> {
  const rows = await jsonRows<AreaRow>(
    db,
    [
      area.code,
      area.name,
      area.ward,
      area.district,
      area.districtCode,
      area.patch,
      area.ruralUrban,
      area.residents,
      area.households,
      area.edgeMetres,
      area.aged65Over,
      area.disabled,
      area.easting,
      area.northing,
      area.lon,
      area.lat,
    ],
    sql`select * from ${area} ${patch === undefined ? sql`` : sql`where ${area.patch} = ${patch}`} order by ${area.code}`,
  );
  const known = new Map<string, string>();
  return rows.map((row) => toArea(row, known));
}

export async function countAreas(db: Database): Promise<number> {
  return db.$count(area);
}

/** How many areas of England are loaded: their codes begin with E01, those of Wales with W01. */
export async function countAreasOfEngland(db: Database): Promise<number> {
  return db.$count(area, like(area.code, 'E01%'));
}

type ValueRow = readonly [
  area: string,
  value: number | null,
  reason: string | null,
  geography: AreaValue['geography'],
  source: string,
  year: string,
];

/** Every figure of one indicator, by area code. */
export async function listColumn(db: Database, indicator: string): Promise<Omit<AreaValue, 'indicator'>[]> {
  const rows = await jsonRows<ValueRow>(
    db,
    [
      areaValue.area,
      areaValue.value,
      areaValue.reason,
      areaValue.geography,
      areaValue.source,
      areaValue.year,
    ],
    sql`select * from ${areaValue} where ${areaValue.indicator} = ${indicator} order by ${areaValue.area}`,
  );
  return rows.map(([code, value, reason, geography, source, year]) => ({
    area: code,
    value,
    reason,
    geography,
    source,
    year,
  }));
}

/** @param known names seen before: each is kept once, however many areas have it */
function toArea(row: AreaRow, known: Map<string, string>): AreaRecord {
  const [code, name, ward, district, districtCode, patch, ruralUrban, ...numbers] = row;
  const [residents, households, edgeMetres, aged65Over, disabled, easting, northing, lon, lat] = numbers;
  const same = (text: string) => {
    const first = known.get(text) ?? text;
    known.set(text, first);
    return first;
  };
  return {
    code,
    name,
    ward,
    district: same(district),
    districtCode: same(districtCode),
    patch: same(patch),
    ruralUrban,
    residents,
    households,
    edgeMetres,
    aged65Over,
    disabled,
    easting,
    northing,
    lon,
    lat,
  };
}
