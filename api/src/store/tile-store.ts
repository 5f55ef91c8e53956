import { and, eq, sql } from 'drizzle-orm';
import { tile } from '../db/schema.ts';
import type { Database } from './open.ts';

/** A vector tile, gzipped as it is sent. */
export interface Tile {
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
  for (const { z, x, y, data } of tiles) {
    waiting.push({ z, x, y, data });
    if (waiting.length >= TILES_PER_STATEMENT) await send();
  }
  await send();
}

/** The bytes of a tile; undefined where it is empty. */
export async function readTile(db: Database, z: number, x: number, y: number): Promise<Buffer | undefined> {
  const rows = await db
    .select({ data: tile.data })
    .from(tile)
    .where(and(eq(tile.z, z), eq(tile.x, x), eq(tile.y, y)));
  return rows[0]?.data;
}

export async function countTiles(db: Database): Promise<number> {
  return (await db.all<{ n: number }>(sql`select count(*) as n from ${tile}`))[0]?.n ?? 0;
}
