import { type SQL, sql } from 'drizzle-orm';
import { sheetImport, waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { ORGANISATION } from './author-words.ts';

/**
 * Whether a row of the table `waiting` was withdrawn by whoever sent it, as 1 or 0: stewards decide in their own name,
 * an import is taken back in that of its sender. A steward may decide on what they sent, and that is a decision.
 */
export const WITHDRAWN: SQL = sql`coalesce(state = 'rejected' and (decided_by like ${`${ORGANISATION}%`} or (
  decided_by = 'person:' || user_id and exists (select 1 from ${sheetImport} i, json_each(i.mapping, '$.sent') sent
    where i.state = 'undone' and sent.value = ${sql.raw('waiting.id')}))), 0)`;

export async function isWithdrawn(db: Database, id: string): Promise<boolean> {
  const [row] = await db.all<{ withdrawn: number }>(
    sql`select ${WITHDRAWN} as withdrawn from ${waiting} where id = ${id}`,
  );
  return row?.withdrawn === 1;
}
