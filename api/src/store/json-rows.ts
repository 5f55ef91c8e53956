import { type Column, type SQL, sql } from 'drizzle-orm';
import type { Database } from './open.ts';

/**
 * Many rows as one JSON text that SQLite writes: some ten times as fast as a row at a time, where there are tens of
 * thousands. Decimals come with 15 digits, which is more than anything here is published with.
 * @param columns of each row, in order
 * @param rows a query whose order is kept
 */
export async function jsonRows<Row extends readonly unknown[]>(
  db: Database,
  columns: readonly Column[],
  rows: SQL,
): Promise<Row[]> {
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const found = await db.all<{ rows: string }>(
    sql`select json_group_array(json_array(${names})) as rows from (${rows})`,
  );
  return JSON.parse(found[0]?.rows ?? '[]') as Row[];
}
