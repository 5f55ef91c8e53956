import { and, asc, eq } from 'drizzle-orm';
import { loadFile, loadPart, rejectedRow } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';

/** One part of a load, and what it was made from. */
export interface LoadPart {
  readonly part: string;
  /** What was asked for: `england`, `E06000017`, ... */
  readonly scope: string;
  readonly fingerprint: string;
  /** ISO time, UTC. */
  readonly at: string;
  readonly seconds: number;
}

/** A file that was read, with what came of its rows. */
export interface LoadFile {
  readonly part: string;
  readonly scope: string;
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsElsewhere: number;
  readonly rowsRejected: number;
  readonly at: string;
}

/** A row that could not be used, and why. */
export interface RejectedRow {
  readonly source: string;
  readonly file: string;
  /** The header is row 1. Null where the whole file is at fault. */
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: string;
}

/** Rejected rows kept of one file: who mends a file needs examples. How many there were stands with the file. */
export const MOST_REJECTED_KEPT = 1_000;

export async function readLoadPart(db: Database, part: string, scope: string): Promise<LoadPart | undefined> {
  return (
    await db
      .select()
      .from(loadPart)
      .where(and(eq(loadPart.part, part), eq(loadPart.scope, scope)))
  )[0];
}

export async function putLoadPart(db: Database, each: LoadPart): Promise<void> {
  const { part, scope, fingerprint, at, seconds } = each;
  await db
    .insert(loadPart)
    .values({ part, scope, fingerprint, at, seconds })
    .onConflictDoUpdate({ target: [loadPart.part, loadPart.scope], set: { fingerprint, at, seconds } });
}

export async function listLoadParts(db: Database): Promise<LoadPart[]> {
  return db.select().from(loadPart).orderBy(asc(loadPart.part), asc(loadPart.scope));
}

export async function putLoadFile(db: Database, each: LoadFile): Promise<void> {
  const { part, scope, source, file, ...rest } = each;
  await db
    .insert(loadFile)
    .values({ part, scope, source, file, ...rest })
    .onConflictDoUpdate({
      target: [loadFile.part, loadFile.scope, loadFile.source, loadFile.file],
      set: rest,
    });
}

/** Forgets the files of a part, before those of a new load are put down. */
export async function clearLoadFiles(db: Database, part: string, scope: string): Promise<void> {
  await db.delete(loadFile).where(and(eq(loadFile.part, part), eq(loadFile.scope, scope)));
}

/** Puts the rejected rows of a part in the stead of those of its load before, 1,000 of each file at most. */
export async function replaceRejected(
  db: Database,
  part: string,
  scope: string,
  rows: Iterable<RejectedRow>,
): Promise<void> {
  await db.delete(rejectedRow).where(and(eq(rejectedRow.part, part), eq(rejectedRow.scope, scope)));
  const kept = new Map<string, number>();
  const some = function* () {
    for (const { source, file, row, column, problem } of rows) {
      const key = `${source}\n${file}`;
      const before = kept.get(key) ?? 0;
      if (before >= MOST_REJECTED_KEPT) continue;
      kept.set(key, before + 1);
      yield { part, scope, source, file, row, column, problem };
    }
  };
  await insertAll(db, rejectedRow, some());
}

/** Ids of the sources that files were loaded of. */
export async function listLoadedSources(db: Database): Promise<Set<string>> {
  const rows = await db.selectDistinct({ source: loadFile.source }).from(loadFile);
  return new Set(rows.map((row) => row.source));
}
