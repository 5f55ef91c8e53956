import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { waiting, waitingSpot } from '../../db/keeping-schema.ts';
import { isBusy } from '../busy.ts';
import type { Database } from '../open.ts';
import { compareWaiting } from './waiting-alike.ts';
import { waitingById } from './waiting-store.ts';

/** So many are looked up at a time: what came since is among the next. */
const LOT = 20;
/**
 * After each row. Comparing one is some 20 ms in which nothing else runs and nobody else can write: as long again is
 * left to those who ask, and to another server on the same file. Errs towards taking longer.
 */
const PAUSE_MS = 20;
/** Waiting for another's write stops the whole server, so a busy database is left alone for a while. */
const LATER_MS = 30_000;
/** So often in a row it is found busy, ten minutes in all; then the next start compares the rest. */
const MOST_BUSY = 20;

/** What is waited for between two rows, and before a database that was busy is tried again. */
export interface Pauses {
  between(): Promise<unknown>;
  later(): Promise<unknown>;
}

const PAUSES: Pauses = {
  between: () => setTimeout(PAUSE_MS, undefined, { ref: false }),
  later: () => setTimeout(LATER_MS, undefined, { ref: false }),
};

/**
 * Compares the new places that wait and were not compared when they came: those of a spreadsheet, and those sent to a
 * Kith before it did so. One at a time, each in a transaction of its own, with pauses in which others are served. What
 * was decided or removed meanwhile is passed over; what fails does not keep the rest from being compared.
 * @returns how many
 * @throws the first failure, when all others are compared; or that the database stayed busy
 */
export async function compareEarlier(db: Database, pauses: Pauses = PAUSES): Promise<number> {
  /** Looked at, and not to be compared. */
  const over = new Set<string>();
  const failures: unknown[] = [];
  let compared = 0;
  let busy = 0;
  for (;;) {
    const ids = await notCompared(db, over);
    if (ids.length === 0) break;
    for (const id of ids) {
      try {
        if (await compareNow(db, id)) compared += 1;
        else over.add(id);
        busy = 0;
      } catch (error) {
        if (isBusy(error)) {
          busy += 1;
          if (busy === MOST_BUSY) throw error;
          await pauses.later();
        } else {
          over.add(id);
          failures.push(error);
        }
      }
      await pauses.between();
    }
  }
  if (failures.length > 0) throw failures[0];
  return compared;
}

/** One after the other, whoever asks for it: two at once would only stand in each other's way. */
export function comparing(db: Database): () => Promise<number> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(() => compareEarlier(db));
    last = next.catch(() => undefined);
    return next;
  };
}

/** What has a spot was compared: it is noted in the same transaction. */
async function notCompared(db: Database, over: ReadonlySet<string>): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select id from ${waiting} where kind = 'new-place' and state = 'waiting'
      and id not in (select waiting_id from ${waitingSpot})
      and id not in (select value from json_each(${JSON.stringify([...over])}))
    order by at, id limit ${LOT}`);
  return rows.map(({ id }) => id);
}

/** @returns whether it was: not where it is gone or decided, another server did so, or nobody knows where it is */
function compareNow(db: Database, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = await waitingById(tx, id);
    if (row?.state !== 'waiting') return false;
    const done = await tx
      .select({ id: waitingSpot.waitingId })
      .from(waitingSpot)
      .where(eq(waitingSpot.waitingId, id));
    return done.length === 0 && compareWaiting(tx, row);
  });
}
