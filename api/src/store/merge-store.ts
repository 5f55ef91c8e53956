import { placeRedirect } from '../db/schema.ts';
import { logChange } from './claim-store.ts';
import { listMerges, survivorOf } from './merges.ts';
import type { Database } from './open.ts';
import { projectPlaces } from './project-places.ts';

/**
 * Says that two listings are one place. Nothing is lost: the claims of both stand, the id that goes answers for ever
 * with the one that stays.
 * @throws RangeError when they are one already
 */
export async function mergePlaces(
  db: Database,
  fromId: string,
  toId: string,
  author: string,
  at: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const merges = await listMerges(tx);
    if (survivorOf(fromId, merges) === survivorOf(toId, merges)) {
      throw new RangeError('These two are one place already.');
    }
    const summary = `Merged ${fromId} into ${toId}`;
    const changeId = await logChange(tx, { kind: 'merge', at, author, summary });
    const from = survivorOf(fromId, merges);
    await tx.insert(placeRedirect).values({ fromId: from, toId: survivorOf(toId, merges), changeId });
    await projectPlaces(tx, [from]);
  });
}
