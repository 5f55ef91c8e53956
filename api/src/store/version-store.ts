import { createHash } from 'node:crypto';
import { desc, eq, inArray } from 'drizzle-orm';
import { change, meta } from '../db/schema.ts';
import type { Database } from './open.ts';

export interface DataVersion {
  /** Changes whenever anything shown changes; the same on every machine that holds the same data. */
  readonly data: string;
  /** Changes when the shapes on the map change. */
  readonly geometry: string;
}

/** What the database holds, in two short words. Both are `empty` before the first load. */
export async function readVersion(db: Database): Promise<DataVersion> {
  const starter = await readMeta(db, 'starter-version');
  if (starter === undefined) return { data: 'empty', geometry: 'empty' };
  const geometry = (await readMeta(db, 'geometry-version')) ?? 'empty';
  const last = (
    await db
      .select()
      .from(change)
      .where(inArray(change.kind, ['edit', 'merge']))
      .orderBy(desc(change.id))
      .limit(1)
  )[0];
  if (last === undefined) return { data: starter.slice(0, 12), geometry };
  const edits = createHash('sha256').update(JSON.stringify([last.id, last.at, last.author, last.summary]));
  return { data: `${starter.slice(0, 12)}-${edits.digest('hex').slice(0, 8)}`, geometry };
}

export async function readMeta(db: Database, key: string): Promise<string | undefined> {
  return (await db.select().from(meta).where(eq(meta.key, key)))[0]?.value;
}

export async function writeMeta(db: Database, key: string, value: string): Promise<void> {
  await db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
