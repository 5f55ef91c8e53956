import { sql } from 'drizzle-orm';
import { change, claim, source } from '../db/schema.ts';
import type { Database } from './open.ts';

/** When a claim was made, and who publishes what it comes from. */
export interface ClaimTime {
  /** ISO time. */
  readonly at: string;
  readonly publisher: string;
}

/** When these claims entered the log, by their numbers in it. */
export async function claimTimes(
  db: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ClaimTime>> {
  const rows = await db.all<{ id: number } & ClaimTime>(sql`
    select c.id, ch.at, s.publisher from json_each(${JSON.stringify(ids)}) as asked
    join ${claim} c on c.id = asked.value join ${change} ch on ch.id = c.change_id join ${source} s on s.id = c.source`);
  return new Map(rows.map(({ id, ...time }) => [id, time]));
}
