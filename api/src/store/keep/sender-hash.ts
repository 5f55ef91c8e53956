import { createHash, randomBytes } from 'node:crypto';
import { addDays } from '@kith/core/keep/calendar';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { daySalt, waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';

/** So long hashes of senders' addresses are kept, and the salts that they were made with. */
export const SENDER_DAYS = 30;

/**
 * A network address as it is kept: SHA-256 with the salt of its day, so that two notes of one day can be told to come
 * from one sender, those of two days cannot, and nobody is named.
 * @param at ISO time
 */
export async function senderHash(db: Database, address: string, at: string): Promise<string> {
  const day = at.slice(0, 10);
  const fresh = randomBytes(32).toString('base64url');
  await db.insert(daySalt).values({ day, salt: fresh }).onConflictDoNothing();
  const salt = (await db.select().from(daySalt).where(eq(daySalt.day, day)))[0]?.salt ?? fresh;
  return createHash('sha256').update(salt).update('\n').update(address).digest('base64url');
}

/**
 * Drops what is 30 days old: hashes first, then the salts without which none could be made again.
 * @param today ISO day
 */
export async function forgetOldSenders(db: Database, today: string): Promise<void> {
  const since = addDays(today, -SENDER_DAYS);
  await db.transaction(async (tx) => {
    await tx
      .update(waiting)
      .set({ senderHash: null })
      .where(and(isNotNull(waiting.senderHash), lt(waiting.at, since)));
    await tx.delete(daySalt).where(lt(daySalt.day, since));
  });
}
