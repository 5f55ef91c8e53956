import type { PatchId } from '@kith/core/area/patches';
import { eq } from 'drizzle-orm';
import { area, patch } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import { listAreaShapes, listDistrictShapes, type Shape } from './shape-store.ts';

type Box = [number, number, number, number];

/** West, south, east and north of a patch in degrees; undefined when it is not loaded. */
export async function boxOfPatch(db: Database, id: PatchId): Promise<Box | undefined> {
  const row = (await db.select().from(patch).where(eq(patch.id, id)))[0];
  return row === undefined ? undefined : [row.west, row.south, row.east, row.north];
}

/**
 * Makes the patches anew from the areas and shapes that are loaded: counts, and the box round the districts' shapes
 * (round the areas' shapes or their middles where there are none). One that has lost its areas goes.
 * @param named names of the patches that a load knows; others keep theirs
 */
export async function remakePatches(
  db: Database,
  named: ReadonlyMap<PatchId, { readonly name: string; readonly shortName: string }>,
): Promise<void> {
  const before = new Map((await db.select().from(patch)).map((each) => [each.id, each]));
  const areas = await db
    .select({ patch: area.patch, residents: area.residents, lon: area.lon, lat: area.lat })
    .from(area);
  const boxes = new Boxes();
  for (const shape of await listDistrictShapes(db)) boxes.addShape(shape);
  const drawn = boxes.patches();
  const counts = new Map<PatchId, { areaCount: number; residents: number }>();
  for (const { patch: id, residents } of areas) {
    const known = counts.get(id) ?? { areaCount: 0, residents: 0 };
    counts.set(id, { areaCount: known.areaCount + 1, residents: known.residents + residents });
  }
  for (const id of counts.keys()) {
    if (drawn.has(id)) continue;
    for (const shape of await listAreaShapes(db, id)) boxes.addShape(shape);
    if (boxes.of(id) !== undefined) continue;
    for (const each of areas) if (each.patch === id) boxes.add(id, each.lon, each.lat);
  }
  await db.delete(patch);
  await insertAll(
    db,
    patch,
    [...counts].sort(byId).map(([id, count]) => {
      const { name, shortName } = named.get(id) ?? before.get(id) ?? { name: id, shortName: id };
      const [west, south, east, north] = boxes.of(id) ?? [0, 0, 0, 0];
      return { id, name, shortName, west, south, east, north, ...count };
    }),
  );
}

/** The box round everything added, patch by patch. */
class Boxes {
  readonly #boxes = new Map<PatchId, Box>();

  of(id: PatchId): Box | undefined {
    return this.#boxes.get(id);
  }

  patches(): ReadonlySet<PatchId> {
    return new Set(this.#boxes.keys());
  }

  addShape({ patch: id, geometry }: Shape): void {
    const { coordinates } = JSON.parse(geometry) as { coordinates: number[][][] | number[][][][] };
    const flat = coordinates.flat(3) as number[];
    for (let at = 0; at + 1 < flat.length; at += 2) this.add(id, flat[at] ?? 0, flat[at + 1] ?? 0);
  }

  add(id: PatchId, lon: number, lat: number): void {
    const box = this.#boxes.get(id);
    if (box === undefined) {
      this.#boxes.set(id, [lon, lat, lon, lat]);
      return;
    }
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
}

function byId([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
