import { and, eq } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { getPlace } from '../place-store.ts';
import { letWaitAgain } from './put-back.ts';
import { NotNow, NotThere } from './refusals.ts';
import type { WaitingRow } from './waiting-store.ts';

/** The place that something turned down is the same as. */
export interface SameAs {
  /** As it was named by who decided; `listed` is where that leads now. */
  readonly id: string;
  /** Null while that one waits too. */
  readonly listed: { readonly id: string; readonly name: string } | null;
}

/**
 * The place that what is turned down is said to be the same as.
 * @throws NotThere where there is none, listed or among what was sent
 * @throws NotNow of what is no new place, or the place itself
 */
export async function theSame(db: Database, row: WaitingRow, sameAs: string): Promise<SameAs> {
  if (row.kind !== 'new-place' || row.placeId === sameAs) {
    throw new NotNow('Only a new place can be the same as another place.');
  }
  const named = await getPlace(db, sameAs);
  const found = named.found === 'moved' ? await getPlace(db, named.to) : named;
  if (found.found === 'place') {
    return { id: sameAs, listed: { id: found.place.id, name: found.place.name } };
  }
  const [other] = await db
    .select({ id: waiting.id })
    .from(waiting)
    .where(and(eq(waiting.placeId, sameAs), eq(waiting.kind, 'new-place'), eq(waiting.state, 'waiting')));
  if (other === undefined) {
    throw new NotThere(
      'The place that it is said to be the same as is not there any more. Look at it once more.',
    );
  }
  // What another wrote is not told on before a steward has accepted it.
  return { id: sameAs, listed: null };
}

/**
 * Those that were turned down as the same as a new place which leaves the queue without being listed: they are the same
 * as what that one is the same as, or wait again. Call it in the transaction that takes it out.
 * @param sameAs what it is the same as itself; null: nothing
 * @returns those that wait again
 */
export async function leadOn(
  db: Database,
  { kind, placeId }: Pick<WaitingRow, 'kind' | 'placeId'>,
  sameAs: string | null,
  by: { readonly author: string; readonly at: string },
): Promise<string[]> {
  if (kind !== 'new-place' || placeId === null) return [];
  const lost = and(eq(waiting.sameAs, placeId), eq(waiting.state, 'rejected'));
  if (sameAs !== null) {
    await db.update(waiting).set({ sameAs }).where(lost);
    return [];
  }
  const rows = await db.select().from(waiting).where(lost);
  for (const row of rows) await letWaitAgain(db, row, by);
  return rows.map(({ id }) => id);
}
