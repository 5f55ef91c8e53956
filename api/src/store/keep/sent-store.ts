import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import { eq } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { type Became, NOTHING_SINCE, whatBecame } from './became.ts';

/** What became of something sent, for whoever has its reference. Nothing in it says who sent it. */
export interface SentAnswer extends Became {
  readonly reference: string;
  readonly kind: WaitingKind;
  readonly title: string;
  readonly summary: string;
  readonly state: 'waiting' | 'accepted' | 'rejected';
  /** ISO times. */
  readonly at: string;
  readonly decidedAt: string | null;
  /** Of the steward who decided. */
  readonly note: string | null;
  /** The place it is listed as, once it is. */
  readonly placeId: string | null;
}

/** A reference as it is stored, however it was typed: `k7qx 2mpa 9rtb`. */
export function plainReference(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

export async function findSent(db: Database, reference: string): Promise<SentAnswer | null> {
  const row = (
    await db
      .select()
      .from(waiting)
      .where(eq(waiting.reference, plainReference(reference)))
  )[0];
  if (row === undefined) return null;
  const isListed = row.kind !== 'new-place' || row.state === 'accepted';
  const placeId = isListed ? row.placeId : null;
  return {
    reference: row.reference,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    state: row.state,
    at: row.at,
    decidedAt: row.decidedAt,
    note: row.note,
    placeId: placeId === null ? null : ((await survivorsOf(db, [placeId])).get(placeId) ?? placeId),
    ...NOTHING_SINCE,
    ...(await whatBecame(db, [row])).get(row.id),
  };
}
