import { and, eq, inArray, sql } from 'drizzle-orm';
import { tile } from '../db/schema.ts';
import type { Database } from './open.ts';

/** Of a tile with all areas, and of one with none: see the table. No map is called so. */
export const ALL_AREAS = '';
export const NO_AREAS = '-';

/** A vector tile, gzipped as it is sent. */
export interface Tile {
  /** The map whose areas it holds, or one of the two above. */
  readonly patch: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Buffer;
}

const TILES_PER_STATEMENT = 200;

/** Empties the tiles and fills them. Call it inside a transaction. */
export async function replaceTiles(db: Database, tiles: Iterable<Tile>): Promise<void> {
  await db.delete(tile);
  let waiting: Tile[] = [];
  const send = async () => {
    if (waiting.length > 0) await db.insert(tile).values(waiting);
    waiting = [];
  };
  for (const { patch, z, x, y, data } of tiles) {
    waiting.push({ patch, z, x, y, data });
    if (waiting.length >= TILES_PER_STATEMENT) await send();
  }
  await send();
}

/**
 * The bytes of a tile as the map of `patch` draws it: with that map's areas, or none where it has none. Undefined
 * where it is empty.
 */
export async function readTile(
  db: Database,
  patch: string,
  { z, x, y }: Pick<Tile, 'z' | 'x' | 'y'>,
): Promise<Buffer | undefined> {
  const sought = [patch, NO_AREAS, ALL_AREAS];
  const fits = patch === ALL_AREAS ? eq(tile.patch, patch) : inArray(tile.patch, sought);
  const rows = await db
    .select({ patch: tile.patch, data: tile.data })
    .from(tile)
    .where(and(eq(tile.z, z), eq(tile.x, x), eq(tile.y, y), fits));
  const [nearest] = rows.sort((a, b) => sought.indexOf(a.patch) - sought.indexOf(b.patch));
  return nearest?.data;
}

export async function countTiles(db: Database): Promise<number> {
  return (await db.all<{ n: number }>(sql`select count(*) as n from ${tile}`))[0]?.n ?? 0;
}
