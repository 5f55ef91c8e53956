import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { mergeCandidate, mergeEvent, placeRedirect } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import { logChange } from './claim-store.ts';
import { survivorsOf } from './merges.ts';
import type { Database } from './open.ts';
import { projectPlaces } from './project-places.ts';

/**
 * Deciding that listings are one place, that they are not, and undoing. Every decision is a row of `merge_event`, which
 * is only ever added to; `place_redirect` is what the merges that stand add up to. Nothing a source or a person
 * said is touched: claims stay with the id they were made of, and a place is made of its own and those of all merged into it.
 */

export interface MergeToApply {
  /** The id that goes; it must not have gone before. */
  readonly fromId: string;
  /** The id that stays; where it has gone itself, the one it went to. */
  readonly toId: string;
  /** Null where a person decided without one. */
  readonly score: number | null;
  readonly reasons: readonly string[];
}

/**
 * Makes places one, any number of them under one entry of the change log. Call it inside a transaction.
 * @throws RangeError when two of them are one already
 */
export async function applyMerges(
  db: Database,
  changeId: number,
  merges: readonly MergeToApply[],
): Promise<void> {
  const ids = [...new Set(merges.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const survivors = await survivorsOf(db, ids);
  const now = new Map<string, string>();
  const endOf = (id: string) => {
    let at = survivors.get(id) ?? id;
    for (let next = now.get(at); next !== undefined; next = now.get(at)) at = next;
    return at;
  };
  const rows = merges.map(({ fromId, toId, score, reasons }) => {
    const [from, to] = [endOf(fromId), endOf(toId)];
    if (from === to) throw new RangeError('These two are one place already.');
    now.set(from, to);
    return {
      kind: 'merge' as const,
      fromId: from,
      toId: to,
      score,
      reasons: JSON.stringify(reasons),
      changeId,
    };
  });
  await insertAll(db, mergeEvent, rows);
  await insertAll(
    db,
    placeRedirect,
    rows.map(({ fromId, toId }) => ({ fromId, toId, changeId })),
  );
  const gone = JSON.stringify(rows.map(({ fromId }) => fromId));
  const going = sql`(select value from json_each(${gone}))`;
  await db
    .delete(mergeCandidate)
    .where(or(inArray(mergeCandidate.fromId, going), inArray(mergeCandidate.toId, going)));
  await projectPlaces(
    db,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
}

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
  reasons: readonly string[] = [],
): Promise<void> {
  await db.transaction(async (tx) => {
    const summary = `Merged ${fromId} into ${toId}`;
    const changeId = await logChange(tx, { kind: 'merge', at, author, summary });
    await applyMerges(tx, changeId, [{ fromId, toId, score: null, reasons }]);
  });
}

/**
 * Takes a merge back: both places are as they were, with whatever was said of either since. The pair is remembered,
 * and is never merged or offered again unless a person does so.
 * @param eventId the number of the merge in the history
 * @throws RangeError when there is no such merge, or it does not stand any more
 */
export async function undoMerge(
  db: Database,
  eventId: number,
  author: string,
  at: string,
): Promise<{ fromId: string; toId: string }> {
  return db.transaction(async (tx) => {
    const event = (await tx.select().from(mergeEvent).where(eq(mergeEvent.id, eventId)))[0];
    if (event === undefined || event.kind !== 'merge') {
      throw new RangeError(`The history has no merge with the number ${eventId}.`);
    }
    const { fromId, toId } = event;
    const gone = await tx
      .delete(placeRedirect)
      .where(
        and(
          eq(placeRedirect.fromId, fromId),
          eq(placeRedirect.toId, toId),
          eq(placeRedirect.changeId, event.changeId),
        ),
      )
      .returning({ fromId: placeRedirect.fromId });
    if (gone.length === 0)
      throw new RangeError(`Merge ${eventId} does not stand any more: it was undone before.`);
    const summary = `Undid the merge of ${fromId} into ${toId}`;
    const changeId = await logChange(tx, { kind: 'merge', at, author, summary });
    await tx
      .insert(mergeEvent)
      .values({ kind: 'undo', fromId, toId, score: null, reasons: JSON.stringify([]), changeId });
    // What it had been merged into may have been merged on: that place loses what was said of this one.
    const survivor = (await survivorsOf(tx, [toId])).get(toId) ?? toId;
    await projectPlaces(tx, [fromId, toId, survivor]);
    return { fromId, toId };
  });
}

/**
 * Says that two listings are two places, though they look like one. They are not offered again.
 * @throws RangeError when they are one now
 */
export async function keepApart(
  db: Database,
  oneId: string,
  otherId: string,
  author: string,
  at: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const survivors = await survivorsOf(tx, [oneId, otherId]);
    const [one, other] = [survivors.get(oneId) ?? oneId, survivors.get(otherId) ?? otherId];
    if (one === other) throw new RangeError('These two are one place now. Undo their merge to part them.');
    const summary = `Kept ${one} and ${other} apart`;
    const changeId = await logChange(tx, { kind: 'merge', at, author, summary });
    await tx.insert(mergeEvent).values({
      kind: 'apart',
      fromId: one,
      toId: other,
      score: null,
      reasons: JSON.stringify([]),
      changeId,
    });
    const pair = (from: string, to: string) =>
      and(eq(mergeCandidate.fromId, from), eq(mergeCandidate.toId, to));
    await tx.delete(mergeCandidate).where(or(pair(one, other), pair(other, one)));
  });
}
