import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './open.ts';

/** Well under the 32,766 values that SQLite takes in one statement. */
const VALUES_PER_STATEMENT = 12_000;

/** Inserts any number of rows in as few statements as SQLite takes. */
export async function insertAll<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const size = Math.max(1, Math.floor(VALUES_PER_STATEMENT / Object.keys(first).length));
  for (let at = 0; at < rows.length; at += size) {
    await db.insert(table).values(rows.slice(at, at + size) as T['$inferInsert'][]);
  }
}
