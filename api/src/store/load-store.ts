import { and, asc, eq, sql } from 'drizzle-orm';
import { loadFile, loadPart, rejectedRow } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import { addToHistory } from './version-store.ts';

/** One part of a load, and what it was made from. */
export interface LoadPart {
  readonly part: string;
  /** What was asked for: `england`, `E06000017`, ... */
  readonly scope: string;
  /** Codes of the districts that it was loaded for. */
  readonly districts: readonly string[];
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

/** Undefined where it was not loaded, or where another load has since written over some of its districts. */
export async function readLoadPart(db: Database, part: string, scope: string): Promise<LoadPart | undefined> {
  const found = await db
    .select()
    .from(loadPart)
    .where(and(eq(loadPart.part, part), eq(loadPart.scope, scope)));
  return found.map(recordOf).find(({ fingerprint }) => !fingerprint.startsWith(WRITTEN_OVER));
}

/**
 * Writes down what a part was made from, in the transaction that writes the part. Loads of the same part for another
 * scope with some of these districts do not stand as they were any more: they are not passed over next time. The
 * history, which the version of the data hangs on, goes on.
 */
export async function putLoadPart(db: Database, each: LoadPart): Promise<void> {
  const { part, scope, fingerprint, at, seconds } = each;
  const districts = JSON.stringify([...each.districts].sort());
  await db
    .update(loadPart)
    .set({ fingerprint: sql`${WRITTEN_OVER} || ${loadPart.fingerprint}` })
    .where(
      sql`${loadPart.part} = ${part} and ${loadPart.scope} <> ${scope}
          and substr(${loadPart.fingerprint}, 1, ${WRITTEN_OVER.length}) <> ${WRITTEN_OVER}
          and (${loadPart.districts} = '' or exists (
            select 1 from json_each(${loadPart.districts}) as theirs
            where theirs.value in (select value from json_each(${districts}))))`,
    );
  const rest = { districts, fingerprint, at, seconds };
  await db
    .insert(loadPart)
    .values({ part, scope, ...rest })
    .onConflictDoUpdate({ target: [loadPart.part, loadPart.scope], set: rest });
  await addToHistory(db, [part, scope, fingerprint]);
}

export async function listLoadParts(db: Database): Promise<LoadPart[]> {
  const rows = await db.select().from(loadPart).orderBy(asc(loadPart.part), asc(loadPart.scope));
  return rows.map(recordOf);
}

/** Before the fingerprint of a part of which some districts were loaded for another scope since. */
const WRITTEN_OVER = 'written over ';

function recordOf({ districts, ...row }: typeof loadPart.$inferSelect): LoadPart {
  return { ...row, districts: districts === '' ? [] : (JSON.parse(districts) as string[]) };
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
