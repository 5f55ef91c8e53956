import { sql } from 'drizzle-orm';
import { waiting, waitingPutBack } from '../../db/keeping-schema.ts';
import { place } from '../../db/schema.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import type { WaitingRow } from './waiting-store.ts';

/** What became of something sent, besides what a steward decided. */
export interface Became {
  /** Of one turned down because it is the same as another place: that one, once it is listed. */
  readonly sameAs: { readonly id: string; readonly name: string } | null;
  /** Of one turned down because it is the same as another that waits still. */
  readonly sameWaits: boolean;
  /** ISO time at which a steward put back what had been turned down; null where it does not wait again. */
  readonly putBackAt: string | null;
}

export const NOTHING_SINCE: Became = { sameAs: null, sameWaits: false, putBackAt: null };

/** @returns by the id of each in the queue */
export async function whatBecame(
  db: Database,
  rows: readonly Pick<WaitingRow, 'id' | 'state' | 'sameAs'>[],
): Promise<Map<string, Became>> {
  const same = rows.flatMap(({ sameAs }) => (sameAs === null ? [] : [sameAs]));
  const survivors = await survivorsOf(db, same);
  const now = (id: string) => survivors.get(id) ?? id;
  const listed = await db.all<{ id: string; name: string }>(sql`
    select id, name from ${place} where id in (select value from json_each(${JSON.stringify(same.map(now))}))`);
  const places = new Map(listed.map((each) => [each.id, each]));
  const unlisted = same.filter((id) => !places.has(now(id)));
  const others = await db.all<{ id: string }>(sql`
    select place_id as id from ${waiting} where kind = 'new-place' and state = 'waiting'
      and place_id in (select value from json_each(${JSON.stringify(unlisted)}))`);
  const waitToo = new Set(others.map(({ id }) => id));
  const waits = rows.flatMap(({ id, state }) => (state === 'waiting' ? [id] : []));
  const back = await db.all<{ id: string; at: string }>(sql`
    select waiting_id as id, max(at) as at from ${waitingPutBack}
    where waiting_id in (select value from json_each(${JSON.stringify(waits)})) group by waiting_id`);
  const backAt = new Map(back.map(({ id, at }) => [id, at]));
  return new Map(
    rows.map(({ id, sameAs }) => [
      id,
      {
        sameAs: (sameAs && places.get(now(sameAs))) || null,
        sameWaits: sameAs !== null && waitToo.has(sameAs),
        putBackAt: backAt.get(id) ?? null,
      },
    ]),
  );
}
