import { eq, type SQL, sql } from 'drizzle-orm';
import { area, postcode, postcodeSector } from '../db/schema.ts';
import { toDegrees } from '../geo/national-grid.ts';
import type { Database } from './open.ts';

/** A postcode unit. `district` and `patch` are null where the area it lies in is not loaded. */
export interface FoundPostcode {
  /** As written: `LE10 0AA`. */
  readonly postcode: string;
  readonly district: string | null;
  readonly patch: string | null;
  readonly lon: number;
  readonly lat: number;
}

/** A postcode sector (`LE10 0`) or district (`LE10`): the middle of its postcodes. */
export interface FoundSector {
  readonly sector: string;
  /** Of the postcode nearest the middle; empty where that lies outside what is loaded. */
  readonly patch: string;
  readonly lon: number;
  readonly lat: number;
  readonly postcodes: number;
}

/** Postcodes that begin so, without a space (`LE100A`), in their order: a whole one finds itself alone. */
export async function findPostcodes(db: Database, prefix: string, limit: number): Promise<FoundPostcode[]> {
  const rows = await db
    .select({
      folded: postcode.folded,
      easting: postcode.easting,
      northing: postcode.northing,
      district: area.district,
      patch: area.patch,
    })
    .from(postcode)
    .leftJoin(area, eq(area.code, postcode.area))
    .where(sql`${postcode.folded} >= ${prefix} and ${postcode.folded} < ${after(prefix)}`)
    .orderBy(postcode.folded)
    .limit(limit);
  return rows.map(({ folded, easting, northing, district, patch }) => ({
    postcode: `${folded.slice(0, -3)} ${folded.slice(-3)}`,
    district,
    patch,
    ...toDegrees(easting, northing),
  }));
}

/** Sectors whose name without its space begins so (`LE10`, `LE100`), shortest first. */
export async function findSectors(db: Database, prefix: string, limit: number): Promise<FoundSector[]> {
  const official = (await sectorNames(db, prefix)).slice(0, limit);
  const found = await Promise.all(official.map((folded) => middleOf(db, [folded], spaced(folded))));
  const starters = await starterSectors(db, prefix);
  const known = new Set(found.map((each) => each?.sector));
  return [...found.flatMap((each) => each ?? []), ...starters.filter((each) => !known.has(each.sector))]
    .sort((one, other) => byLength(one.sector, other.sector))
    .slice(0, limit);
}

/** Districts that begin so (`LE1`: also `LE10`), shortest first. */
export async function findPostcodeDistricts(
  db: Database,
  prefix: string,
  limit: number,
): Promise<FoundSector[]> {
  const official = inDistricts(await sectorNames(db, prefix), (folded) => folded, prefix);
  const starters = inDistricts(
    await starterSectors(db, prefix),
    (each) => each.sector.replace(' ', ''),
    prefix,
  );
  const names = [...new Set([...official.keys(), ...starters.keys()])].sort(byLength).slice(0, limit);
  const found = await Promise.all(
    names.map((name) => {
      const sectors = official.get(name);
      return sectors === undefined ? meanOf(name, starters.get(name) ?? []) : middleOf(db, sectors, name);
    }),
  );
  return found.flatMap((each) => each ?? []);
}

/** Sectors come one by one from the index, each leap passing over all postcodes of the one before. */
const MOST_SECTORS = 400;

async function sectorNames(db: Database, prefix: string): Promise<string[]> {
  const first = (from: SQL): SQL =>
    sql`(select substr(folded, 1, length(folded) - 2) from ${postcode} where folded >= ${from} and folded < ${after(prefix)} order by folded limit 1)`;
  const rows = await db.all<{ folded: string }>(sql`
    with recursive sector(folded) as (
      select ${first(sql`${prefix}`)}
      union all
      select ${first(sql`sector.folded || '['`)} from sector where sector.folded is not null
    )
    select folded from sector where folded is not null limit ${MOST_SECTORS}`);
  return rows
    .map((row) => row.folded)
    .filter((folded) => folded.startsWith(prefix))
    .sort(byLength);
}

/** The mean position of the postcodes of these sectors together. */
async function middleOf(
  db: Database,
  sectors: readonly string[],
  name: string,
): Promise<FoundSector | undefined> {
  const inside = sql`json_each(${JSON.stringify(sectors)}) as sector
    join ${postcode} p on p.folded >= sector.value || 'A' and p.folded < sector.value || '['`;
  const mean = (
    await db.all<{ n: number; easting: number | null; northing: number | null }>(
      sql`select count(*) as n, avg(p.easting) as easting, avg(p.northing) as northing from ${inside}`,
    )
  )[0];
  if (mean === undefined || mean.easting === null || mean.northing === null) return undefined;
  const easting = Math.round(mean.easting);
  const northing = Math.round(mean.northing);
  const nearest = await db.all<{ patch: string | null }>(sql`
    select a.patch from (
      select p.area from ${inside}
      order by (p.easting - ${easting}) * (p.easting - ${easting}) + (p.northing - ${northing}) * (p.northing - ${northing}), p.folded
      limit 1
    ) as near left join ${area} a on a.code = near.area`);
  return {
    sector: name,
    patch: nearest[0]?.patch ?? '',
    ...toDegrees(easting, northing),
    postcodes: mean.n,
  };
}

/** The starter's own sectors: where no postcodes are loaded, they stand in for them. */
async function starterSectors(db: Database, prefix: string): Promise<FoundSector[]> {
  const rows = await db
    .select()
    .from(postcodeSector)
    .where(sql`${postcodeSector.folded} >= ${prefix} and ${postcodeSector.folded} < ${after(prefix)}`);
  return rows
    .map(({ sector, patch, lon, lat, postcodes }) => ({ sector, patch, lon, lat, postcodes }))
    .sort((one, other) => byLength(one.sector, other.sector));
}

function inDistricts<T>(
  sectors: readonly T[],
  foldedOf: (each: T) => string,
  prefix: string,
): Map<string, T[]> {
  const byDistrict = new Map<string, T[]>();
  for (const each of sectors) {
    const district = foldedOf(each).slice(0, -1);
    if (!district.startsWith(prefix)) continue;
    byDistrict.set(district, [...(byDistrict.get(district) ?? []), each]);
  }
  return byDistrict;
}

/** The mean of sectors by their numbers of postcodes. */
function meanOf(name: string, sectors: readonly FoundSector[]): FoundSector {
  const postcodes = sectors.reduce((sum, each) => sum + each.postcodes, 0);
  const mean = (of: (sector: FoundSector) => number) =>
    Math.round((1e5 * sectors.reduce((sum, each) => sum + of(each) * each.postcodes, 0)) / postcodes) / 1e5;
  return {
    sector: name,
    patch: sectors[0]?.patch ?? '',
    lon: mean((each) => each.lon),
    lat: mean((each) => each.lat),
    postcodes,
  };
}

/** Comes after everything that begins so: letters and digits are all before it. */
function after(prefix: string): string {
  return `${prefix}~`;
}

function spaced(sector: string): string {
  return `${sector.slice(0, -1)} ${sector.slice(-1)}`;
}

function byLength(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : 1;
}
