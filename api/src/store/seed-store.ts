import type { HomePoint } from '@kith/core/area/area';
import type { MoneyRow } from '@kith/core/money/money';
import type { Source } from '@kith/core/source/source';
import { eq, inArray, notInArray, sql } from 'drizzle-orm';
import {
  area,
  areaShape,
  areaValue,
  districtShape,
  homePoint,
  loadPart,
  money,
  placeName,
  postcodeSector,
  source,
} from '../db/schema.ts';
import { officialDistricts } from './area-load-store.ts';
import type { AreaRecord, AreaValue } from './area-store.ts';
import { insertAll } from './bulk.ts';
import { folded } from './folded.ts';
import { listLoadedSources } from './load-store.ts';
import { replaceNames } from './name-load-store.ts';
import type { Database } from './open.ts';
import { projectAllPlaces } from './project-places.ts';
import type { Shape } from './shape-store.ts';

/**
 * Writing what the starter brings: it holds nothing that people said, so a reload empties and fills it. What was
 * loaded from publishers' files stays as it is. Call all of these inside one transaction, areas first.
 */

/**
 * Adds and updates sources; one that claims still lean on is never taken away. Their order is their trust. Where one
 * that was there is called otherwise or trusted otherwise now, all places are made anew.
 * @param editions the sources of which the edition that is given is (now) the one in the database. That of others
 * stays as it is where files of them were loaded.
 */
export async function putSources(
  db: Database,
  sources: readonly Source[],
  editions: ReadonlySet<string> = new Set(),
): Promise<void> {
  const loaded = await listLoadedSources(db);
  const before = new Map((await db.select().from(source)).map((row) => [row.id, row]));
  let shown = false;
  for (const [priority, each] of sources.entries()) {
    const known = before.get(each.id);
    shown ||= known !== undefined && (known.publisher !== each.publisher || known.priority !== priority);
    const { vintage, caution, sha256, ...described } = each;
    const edition = editions.has(each.id) || !loaded.has(each.id) ? { vintage, caution, sha256 } : {};
    await db
      .insert(source)
      .values({ ...each, priority })
      .onConflictDoUpdate({ target: source.id, set: { ...described, ...edition, priority } });
  }
  if (shown) await projectAllPlaces(db);
}

export interface AreaToLoad extends AreaRecord {
  readonly rucClass: string;
}

/** Areas that the starter brought: those of districts loaded from publishers' files are not its own. */
const STARTER_AREAS = sql`(select code from ${area} where ${area.origin} = 'starter')`;

/** Takes the starter's areas away with all that hangs on them, and fills in those of districts that are not loaded. */
export async function replaceAreas(
  db: Database,
  areas: readonly AreaToLoad[],
  values: readonly AreaValue[],
): Promise<void> {
  const official = await officialDistricts(db);
  await db.delete(areaShape).where(inArray(areaShape.area, STARTER_AREAS));
  await db.delete(districtShape).where(notInArray(districtShape.code, [...official]));
  await db.delete(homePoint).where(inArray(homePoint.area, STARTER_AREAS));
  await db.delete(areaValue).where(inArray(areaValue.area, STARTER_AREAS));
  await db.delete(area).where(eq(area.origin, 'starter'));
  const missing = areas.filter((each) => !official.has(each.districtCode));
  const codes = new Set(missing.map((each) => each.code));
  await insertAll(db, area, missing);
  await insertAll(
    db,
    areaValue,
    values.filter((each) => codes.has(each.area)),
  );
}

export interface HomePointToLoad extends HomePoint {
  readonly kind: string;
}

/** Home points of the starter's areas, in the order given. */
export async function replaceHomePoints(db: Database, points: readonly HomePointToLoad[]): Promise<void> {
  await db.delete(homePoint).where(inArray(homePoint.area, STARTER_AREAS));
  const codes = await starterAreas(db);
  await insertAll(
    db,
    homePoint,
    points.filter((point) => codes.has(point.area)),
  );
}

/** Shapes of the starter's areas, and of districts that are not loaded from publishers' files. */
export async function replaceShapes(
  db: Database,
  areas: readonly Shape[],
  districts: readonly Shape[],
  version: string,
): Promise<void> {
  const official = await officialDistricts(db);
  const codes = await starterAreas(db);
  await db.delete(areaShape).where(inArray(areaShape.area, STARTER_AREAS));
  await db.delete(districtShape).where(notInArray(districtShape.code, [...official]));
  await insertAll(
    db,
    areaShape,
    areas
      .filter(({ code }) => codes.has(code))
      .map(({ code, patch, geometry }) => ({ area: code, patch, geometry, version })),
  );
  await insertAll(
    db,
    districtShape,
    districts
      .filter(({ code }) => !official.has(code))
      .map(({ code, name, patch, geometry }) => ({ code, name: name ?? code, patch, geometry, version })),
  );
}

async function starterAreas(db: Database): Promise<Set<string>> {
  const rows = await db.select({ code: area.code }).from(area).where(eq(area.origin, 'starter'));
  return new Set(rows.map((row) => row.code));
}

export interface PlaceNameToLoad {
  readonly name: string;
  readonly district: string;
  readonly type: string;
  readonly patch: string;
  readonly lon: number;
  readonly lat: number;
  readonly easting: number;
  readonly northing: number;
}

export interface SectorToLoad {
  readonly sector: string;
  readonly patch: string;
  readonly lon: number;
  readonly lat: number;
  readonly easting: number;
  readonly northing: number;
  readonly postcodes: number;
}

export async function replaceSectors(db: Database, sectors: readonly SectorToLoad[]): Promise<void> {
  await db.delete(postcodeSector);
  await insertAll(
    db,
    postcodeSector,
    sectors.map((each) => ({ ...each, folded: each.sector.replaceAll(' ', '') })),
  );
}

/** Fills the years of spending; where they were loaded from the official file, only those that are missing. */
export async function replaceMoney(db: Database, rows: readonly MoneyRow[]): Promise<void> {
  const official = await db.$count(loadPart, eq(loadPart.part, 'money'));
  if (official === 0) await db.delete(money);
  const key = (row: { authorityCode: string; year: string }) => `${row.authorityCode} ${row.year}`;
  const known = new Set((await db.select().from(money)).map(key));
  await insertAll(
    db,
    money,
    rows.filter((row) => !known.has(key(row))),
  );
}

/**
 * The starter's place names. On maps with districts from publishers' files only names that are missing are added: the
 * others may be the official ones.
 */
export async function replaceStarterNames(db: Database, names: readonly PlaceNameToLoad[]): Promise<void> {
  const rows = await db.selectDistinct({ patch: area.patch }).from(area).where(eq(area.origin, 'official'));
  const official = new Set(rows.map((row) => row.patch));
  const own = names.filter((each) => !official.has(each.patch));
  const patches = [...new Set(own.map((each) => each.patch))];
  await replaceNames(db, own, official.size === 0 ? undefined : { patches });
  const there = await db
    .select({ folded: placeName.folded, patch: placeName.patch })
    .from(placeName)
    .where(inArray(placeName.patch, [...official]));
  const known = new Set(there.map((each) => `${each.patch} ${each.folded}`));
  const missing = names.filter(
    (each) => official.has(each.patch) && !known.has(`${each.patch} ${folded(each.name)}`),
  );
  await replaceNames(db, missing, { patches: [] });
}
