import type { HomePoint } from '@kith/core/area/area';
import type { MoneyRow } from '@kith/core/money/money';
import type { Source } from '@kith/core/source/source';
import {
  area,
  areaShape,
  areaValue,
  districtShape,
  homePoint,
  money,
  postcodeSector,
  source,
} from '../db/schema.ts';
import type { AreaRecord, AreaValue } from './area-store.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import { projectAllPlaces } from './project-places.ts';
import type { Shape } from './shape-store.ts';

/**
 * Writing the tables that the starter owns whole: they hold nothing that people said, so a reload empties and
 * fills them. Call all of these inside one transaction.
 */

/**
 * Adds and updates sources; one that claims still lean on is never taken away. Their order is their trust. Where one
 * that was there is called otherwise or trusted otherwise now, all places are made anew.
 */
export async function putSources(db: Database, sources: readonly Source[]): Promise<void> {
  const before = new Map((await db.select().from(source)).map((row) => [row.id, row]));
  let shown = false;
  for (const [priority, each] of sources.entries()) {
    const known = before.get(each.id);
    shown ||= known !== undefined && (known.publisher !== each.publisher || known.priority !== priority);
    await db
      .insert(source)
      .values({ ...each, priority })
      .onConflictDoUpdate({ target: source.id, set: { ...each, priority } });
  }
  if (shown) await projectAllPlaces(db);
}

export interface AreaToLoad extends AreaRecord {
  readonly rucClass: string;
}

/** Empties what hangs on areas, and areas; then fills areas and their figures. */
export async function replaceAreas(
  db: Database,
  areas: readonly AreaToLoad[],
  values: readonly AreaValue[],
): Promise<void> {
  for (const table of [areaShape, districtShape, homePoint, areaValue, area]) await db.delete(table);
  await insertAll(db, area, areas);
  await insertAll(db, areaValue, values);
}

export interface HomePointToLoad extends HomePoint {
  readonly kind: string;
}

export async function replaceHomePoints(db: Database, points: readonly HomePointToLoad[]): Promise<void> {
  await db.delete(homePoint);
  await insertAll(
    db,
    homePoint,
    points.map((point, at) => ({ id: at + 1, ...point })),
  );
}

export async function replaceShapes(
  db: Database,
  areas: readonly Shape[],
  districts: readonly Shape[],
  version: string,
): Promise<void> {
  await db.delete(areaShape);
  await db.delete(districtShape);
  await insertAll(
    db,
    areaShape,
    areas.map(({ code, patch, geometry }) => ({ area: code, patch, geometry, version })),
  );
  await insertAll(
    db,
    districtShape,
    districts.map(({ code, name, patch, geometry }) => ({
      code,
      name: name ?? code,
      patch,
      geometry,
      version,
    })),
  );
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

export async function replaceMoney(db: Database, rows: readonly MoneyRow[]): Promise<void> {
  await db.delete(money);
  await insertAll(db, money, rows);
}
