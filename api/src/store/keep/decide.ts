import { type KeptField, labelOf } from '@kith/core/keep/fields';
import type { Decision } from '@kith/core/keep/queue';
import { and, eq } from 'drizzle-orm';
import { ZodError } from 'zod';
import { waiting } from '../../db/keeping-schema.ts';
import { isBusy } from '../busy.ts';
import { keepApart, mergePlaces } from '../merge-store.ts';
import type { Database } from '../open.ts';
import { type Acceptance, acceptWaiting } from './accept.ts';
import { acceptReport } from './accept-report.ts';
import { dropPhotosOf } from './photo-store.ts';
import { ChangedMeanwhile, FieldProblems, NotNow, NotThere } from './refusals.ts';
import { leadOn, type SameAs, theSame } from './same-as.ts';
import { photosIn, readableBody } from './waiting-body.ts';
import { getTwins, twinsOf } from './waiting-list.ts';
import { type WaitingRow, waitingById } from './waiting-store.ts';

/** What came of a decision on one thing that waits. */
export interface Decided {
  readonly id: string;
  /**
   * `accepted` and `rejected` are done now. `before`: it had been decided before and stays so. `changed`: what stands is
   * no longer what its sender saw. `refused`: it cannot be done as it is. `unknown`: nothing has that id.
   */
  readonly outcome: 'accepted' | 'rejected' | 'before' | 'changed' | 'refused' | 'unknown';
  /** In words, for the steward. */
  readonly message: string;
  /** The change it made; null where it made none. */
  readonly changeId: number | null;
  /** The ids of others that wait again: they had been turned down as the same as it, and it is not listed. */
  readonly waitAgain?: string[];
  /** Problems field by field, or what was changed meanwhile. */
  readonly details?: unknown;
}

/** Who is to be told of a decision: somebody who signed in. */
export interface ToTell {
  readonly userId: string;
  readonly title: string;
  readonly reference: string;
  readonly accepted: boolean;
  /** What the steward wrote; null: nothing. */
  readonly note: string | null;
  /** Of one that was turned down as the same as another place. */
  readonly same: SameAs | null;
}

/**
 * Decides on each of some things on its own: one that cannot be done leaves the others be. Each is one transaction, its
 * change and that it is decided together, so a decision is never half done nor done twice.
 * @param author the steward, as the log names them
 */
export async function decide(
  db: Database,
  decision: Decision,
  author: string,
  at: string,
): Promise<{ decided: Decided[]; toTell: ToTell[] }> {
  const decided: Decided[] = [];
  const toTell: ToTell[] = [];
  for (const id of new Set(decision.ids)) {
    const pair = twinsOf(id);
    try {
      decided.push(
        pair === null
          ? await decideSent(db, id, decision, { author, at, fields: decision.fields }, toTell)
          : await decideTwins(db, id, pair, decision, author, at),
      );
    } catch (error) {
      if (isBusy(error) && decided.length === 0) throw error;
      decided.push(refusal(id, error));
    }
  }
  return { decided, toTell };
}

async function decideSent(
  db: Database,
  id: string,
  { decision, note, sameAs }: Decision,
  by: Acceptance,
  toTell: ToTell[],
): Promise<Decided> {
  const accepts = decision === 'accept';
  const done = await db.transaction(async (tx) => {
    const row = await waitingById(tx, id);
    if (row === undefined) return unknown(id);
    if (row.state !== 'waiting') return before(row);
    const same = sameAs === null ? null : await theSame(tx, row, sameAs);
    const changeId = accepts ? await accept(tx, row, by) : await turnDown(tx, row);
    await tx
      .update(waiting)
      .set({
        state: accepts ? 'accepted' : 'rejected',
        decidedAt: by.at,
        decidedBy: by.author,
        note: note || null,
        sameAs: same?.id ?? null,
        changeId,
      })
      .where(and(eq(waiting.id, id), eq(waiting.state, 'waiting')));
    const waitAgain = accepts ? [] : await leadOn(tx, row, same?.id ?? null, by);
    const message = accepts
      ? 'It is done.'
      : `It is turned down; nothing has changed.${againWords(waitAgain.length)}`;
    const outcome = accepts ? ('accepted' as const) : ('rejected' as const);
    const again = waitAgain.length > 0 ? { waitAgain } : {};
    return { done: { id, outcome, message, changeId, ...again }, row, same };
  });
  if (!('done' in done)) return done;
  const { same } = done;
  const { userId, title, reference } = done.row;
  if (userId !== null) toTell.push({ userId, title, reference, accepted: accepts, note: note || null, same });
  return done.done;
}

function againWords(others: number): string {
  if (others === 0) return '';
  return others === 1
    ? ' 1 other that was rejected as the same waits again.'
    : ` ${others} others that were rejected as the same wait again.`;
}

async function accept(db: Database, row: WaitingRow, by: Acceptance): Promise<number | null> {
  if (row.kind === 'report') return acceptReport(db, row, by);
  return (await acceptWaiting(db, { ...row, kind: row.kind }, by)).changeId;
}

/** Nothing changes; a photo that came with it is seen no more. */
async function turnDown(db: Database, row: WaitingRow): Promise<null> {
  if (row.placeId !== null) await dropPhotosOf(db, row.placeId, photosIn(readableBody(row)));
  return null;
}

async function decideTwins(
  db: Database,
  id: string,
  pair: { readonly fromId: string; readonly toId: string },
  { decision, stays }: Decision,
  author: string,
  at: string,
): Promise<Decided> {
  const line = await getTwins(db, pair);
  if (line === undefined) {
    return { id, outcome: 'before', message: 'This pair does not wait any more.', changeId: null };
  }
  if (decision === 'accept') {
    if (stays !== null && stays !== pair.fromId && stays !== pair.toId) {
      throw new NotThere('Only one of the two can stay.');
    }
    const [fromId, toId] = stays === pair.fromId ? [pair.toId, pair.fromId] : [pair.fromId, pair.toId];
    await mergePlaces(db, fromId, toId, author, at, line.reasons);
    return { id, outcome: 'accepted', message: 'They are one place now.', changeId: null };
  }
  await keepApart(db, pair.fromId, pair.toId, author, at);
  return { id, outcome: 'rejected', message: 'They stay two places.', changeId: null };
}

function unknown(id: string): Decided {
  return { id, outcome: 'unknown', message: 'Nothing waits by this id.', changeId: null };
}

function before({ id, state, changeId }: WaitingRow): Decided {
  const message = `This was ${state === 'accepted' ? 'accepted' : 'turned down'} before. It stays so.`;
  return { id, outcome: 'before', message, changeId };
}

function said(value: unknown): string {
  if (value === null) return 'nothing';
  return typeof value === 'object' ? 'another spot' : `“${value}”`;
}

/** @throws the error itself where it is a failure of ours */
function refusal(id: string, error: unknown): Decided {
  if (error instanceof FieldProblems) {
    return { id, outcome: 'refused', message: error.message, changeId: null, details: error.problems };
  }
  if (error instanceof ChangedMeanwhile) {
    const both = error.rows.map(
      ({ field, yours, theirs }) =>
        `${labelOf(field as KeptField)}: it says ${said(theirs)} now, and would say ${said(yours)}.`,
    );
    const message = `Somebody changed this meanwhile. Look at both, and amend it if it still holds. ${both.join(' ')}`;
    return { id, outcome: 'changed', message, changeId: null, details: error.rows };
  }
  if (error instanceof NotThere || error instanceof NotNow || error instanceof RangeError) {
    return { id, outcome: 'refused', message: error.message, changeId: null };
  }
  if (error instanceof ZodError) {
    const message = 'A value does not fit its field. Amend it, or turn it down.';
    return { id, outcome: 'refused', message, changeId: null };
  }
  if (isBusy(error)) {
    return {
      id,
      outcome: 'refused',
      message: 'Kith is taking in new data just now. Try this one again.',
      changeId: null,
    };
  }
  throw error;
}
