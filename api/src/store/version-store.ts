import { createHash } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { change, loadPart, meta } from '../db/schema.ts';
import { freshnessCounts } from './keep/freshness.ts';
import type { Database } from './open.ts';

export interface DataVersion {
  /**
   * Changes whenever anything shown may have changed; the same on every machine on which the same files were loaded
   * in the same order, and people did the same since.
   */
  readonly data: string;
  /** Changes when the shapes on the map change. */
  readonly geometry: string;
}

/**
 * What the database holds, in two short words. Both are `empty` before the first load. It hangs on every load that
 * wrote something, in their order (what a list no longer has is marked, not taken away, so going back to an older
 * file does not bring back what was there), and on what people did since. When and how fast do not count; but when
 * the day makes more places due, stale or old, it is another version.
 * @param today ISO day; null: no place grows old
 */
export async function readVersion(db: Database, today: string | null = null): Promise<DataVersion> {
  const starter = await readMeta(db, 'starter-version');
  const parts = await db
    .select({ part: loadPart.part, scope: loadPart.scope, fingerprint: loadPart.fingerprint })
    .from(loadPart)
    .orderBy(asc(loadPart.part), asc(loadPart.scope));
  if (starter === undefined && parts.length === 0) return { data: 'empty', geometry: 'empty' };
  const geometry = (await readMeta(db, 'geometry-version')) ?? 'empty';
  const history = (await readMeta(db, HISTORY)) ?? null;
  const loaded =
    parts.length === 0
      ? (starter ?? '')
      : hashOf([
          starter ?? null,
          history,
          ...parts.map(({ part, scope, fingerprint }) => [part, scope, fingerprint]),
        ]);
  const edits = await lastEdit(db);
  const grown = today === null ? NONE_OLD : await freshnessCounts(db, today);
  const short = loaded.slice(0, 12);
  const since = [...(edits === undefined ? [] : [edits]), ...(grown.due === 0 ? [] : [grown])];
  // With nothing grown old the word stays the one it always was.
  const tail = since.length < 2 ? since[0] : since;
  return { data: tail === undefined ? short : `${short}-${hashOf(tail).slice(0, 8)}`, geometry };
}

/** The last thing that a person did, and how many before it: undefined when nobody did anything. */
async function lastEdit(db: Database): Promise<readonly unknown[] | undefined> {
  const rows = await db.all<{ n: number; at: string; author: string; summary: string }>(sql`
    with person as (
      select id from ${change} where kind in ('edit', 'merge') and author not in ('load', 'starter')
    )
    select (select count(*) from person) as n, at, author, summary from ${change}
    where id = (select max(id) from person)`);
  const last = rows[0];
  return last && [last.n, last.at, last.author, last.summary];
}

/** A hash over all loads so far, the last one over the one before it. */
const HISTORY = 'load-history';

/** Adds a load that wrote something to the history. Call it in the transaction of that load. */
export async function addToHistory(db: Database, what: readonly string[]): Promise<void> {
  await writeMeta(db, HISTORY, hashOf([(await readMeta(db, HISTORY)) ?? null, ...what]));
}

const NONE_OLD = { due: 0, stale: 0, old: 0 };

function hashOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export async function readMeta(db: Database, key: string): Promise<string | undefined> {
  return (await db.select().from(meta).where(eq(meta.key, key)))[0]?.value;
}

export async function writeMeta(db: Database, key: string, value: string): Promise<void> {
  await db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
