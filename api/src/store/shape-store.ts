import { asc, eq } from 'drizzle-orm';
import { area, areaShape, districtShape } from '../db/schema.ts';
import type { Database } from './open.ts';

/** A shape on the map. `geometry` is GeoJSON text in degrees, sent on as it is. */
export interface Shape {
  readonly code: string;
  readonly name: string | null;
  readonly patch: string;
  readonly geometry: string;
}

export async function listAreaShapes(db: Database, patch?: string): Promise<Shape[]> {
  return db
    .select({ code: areaShape.area, name: area.name, patch: areaShape.patch, geometry: areaShape.geometry })
    .from(areaShape)
    .innerJoin(area, eq(area.code, areaShape.area))
    .where(patch === undefined ? undefined : eq(areaShape.patch, patch))
    .orderBy(asc(areaShape.area));
}

export async function listDistrictShapes(db: Database, patch?: string): Promise<Shape[]> {
  const rows = await db
    .select()
    .from(districtShape)
    .where(patch === undefined ? undefined : eq(districtShape.patch, patch))
    .orderBy(asc(districtShape.code));
  return rows.map((row) => ({ code: row.code, name: row.name, patch: row.patch, geometry: row.geometry }));
}
