import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { area, areaShape, areaValue, districtShape, homePoint } from '../db/schema.ts';
import type { AreaValue } from './area-store.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import type { AreaToLoad, HomePointToLoad } from './seed-store.ts';
import type { Shape } from './shape-store.ts';

/**
 * Areas from publishers' files. They replace those of their districts, whoever brought them; areas of other districts
 * stay as they are. Call these inside one transaction, areas first.
 */

/** Takes away the areas of these districts, and these areas wherever they lay before, with all that hangs on them. */
export async function replaceAreasOf(
  db: Database,
  districtCodes: Iterable<string>,
  areas: readonly AreaToLoad[],
  values: Iterable<AreaValue>,
): Promise<void> {
  const districts = JSON.stringify([...districtCodes]);
  const codes = JSON.stringify(areas.map(({ code }) => code));
  const going = sql`select code from ${area} where ${area.districtCode} in (select value from json_each(${districts})) or code in (select value from json_each(${codes}))`;
  for (const [table, column] of [
    [areaShape, areaShape.area],
    [homePoint, homePoint.area],
    [areaValue, areaValue.area],
    [area, area.code],
  ] as const) {
    await db.delete(table).where(sql`${column} in (${going})`);
  }
  await insertAll(
    db,
    area,
    mapped(areas, (each) => ({ ...each, origin: 'official' as const })),
  );
  await insertAll(db, areaValue, values);
}

/** Home points of the areas of these districts, in the order given. */
export async function replaceHomePointsOf(
  db: Database,
  districtCodes: Iterable<string>,
  points: Iterable<HomePointToLoad>,
): Promise<void> {
  await db.delete(homePoint).where(sql`${homePoint.area} in (${areasOf(districtCodes)})`);
  await insertAll(db, homePoint, points);
}

/** Shapes of these districts and of their areas. */
export async function replaceShapesOf(
  db: Database,
  districtCodes: Iterable<string>,
  areaShapes: Iterable<Shape>,
  districtShapes: Iterable<Shape>,
  version: string,
): Promise<void> {
  const codes = [...districtCodes];
  await db.delete(areaShape).where(sql`${areaShape.area} in (${areasOf(codes)})`);
  await db.delete(districtShape).where(inArray(districtShape.code, codes));
  await insertAll(
    db,
    areaShape,
    mapped(areaShapes, ({ code, patch, geometry }) => ({ area: code, patch, geometry, version })),
  );
  await insertAll(
    db,
    districtShape,
    mapped(districtShapes, ({ code, name, patch, geometry }) => ({
      code,
      name: name ?? code,
      patch,
      geometry,
      version,
    })),
  );
}

/** Puts down how far the edge of what is loaded is from areas that were there before. */
export async function putEdges(
  db: Database,
  edges: Iterable<{ readonly code: string; readonly edgeMetres: number | null }>,
): Promise<void> {
  for (const { code, edgeMetres } of edges) {
    await db.update(area).set({ edgeMetres }).where(eq(area.code, code));
  }
}

/** Codes of the districts whose areas came from publishers' files. */
export async function officialDistricts(db: Database): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ code: area.districtCode })
    .from(area)
    .where(sql`${area.origin} = 'official'`);
  return new Set(rows.map((row) => row.code));
}

function areasOf(districtCodes: Iterable<string>): SQL {
  const codes = JSON.stringify([...districtCodes]);
  return sql`select code from ${area} where ${area.districtCode} in (select value from json_each(${codes}))`;
}

/** One after another, so that no second copy of them all is held. */
function* mapped<A, B>(all: Iterable<A>, change: (each: A) => B): Generator<B> {
  for (const each of all) yield change(each);
}
