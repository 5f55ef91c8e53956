import { randomBytes } from 'node:crypto';
import type { Person } from '@kith/core/keep/roles';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import { eq } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { judge } from './flood.ts';
import { newReference } from './reference.ts';
import { senderHash } from './sender-hash.ts';

/** A row of what waits. `body` is JSON in the shape of its kind: see `WaitingEntry`. */
export type WaitingRow = typeof waiting.$inferSelect;

/** Something that somebody sent, on its way into the queue. */
export interface WaitingEntry {
  /** Likely duplicates are not sent by anyone: they have a table of their own. */
  readonly kind: Exclude<WaitingKind, 'twins'>;
  /** The place it is about; of a new one the id that it will have. */
  readonly placeId: string | null;
  /** The name of the place. */
  readonly title: string;
  /** What is asked, in one line. */
  readonly summary: string;
  /**
   * new-place: `NewPlace`. edit: `Edit`. report: `{reason, detail}`. keep: `{organisationId, organisationName, website, words}`.
   * photo: `{photoId, alt}`. conflict: `Edit`, whose `was` is what stood when the row came, and whose `why` names file and row.
   */
  readonly body: unknown;
  /** Made on the sender's device: the same key is the same thing sent again. */
  readonly key?: string | null;
  /** ISO time. */
  readonly at: string;
  readonly person: Person;
  /** The sender's network address. Only its hash is kept, and not of those who signed in. */
  readonly address: string | null;
  /** What a steward should know, in words: a private person's contact, for one. */
  readonly reasons?: readonly string[];
}

export interface KeptWaiting {
  readonly id: string;
  readonly reference: string;
  /** `shown` where the same thing was sent before and has been accepted. */
  readonly outcome: 'shown' | 'waiting';
}

/**
 * Keeps something for a steward; nobody else sees it until one decides. The same key again is the same thing: it gets
 * the same reference and stays as it was first sent. A new place is compared with others that wait by whoever keeps it
 * here: see waiting-alike.ts.
 */
export async function keepWaiting(db: Database, entry: WaitingEntry): Promise<KeptWaiting> {
  return db.transaction(async (tx) => {
    const before = await sentBefore(tx, entry.key ?? null);
    if (before !== undefined) return before;
    const anonymous = entry.person.id === null;
    const hash = anonymous && entry.address !== null ? await senderHash(tx, entry.address, entry.at) : null;
    const id = randomBytes(16).toString('base64url');
    const reference = newReference();
    await tx.insert(waiting).values({
      id,
      reference,
      kind: entry.kind,
      placeId: entry.placeId,
      title: entry.title,
      summary: entry.summary,
      body: JSON.stringify(entry.body),
      key: entry.key ?? null,
      at: entry.at,
      role: entry.person.role,
      userId: entry.person.id,
      senderHash: hash,
      doubt: 0,
      apart: false,
      reasons: JSON.stringify(entry.reasons ?? []),
    });
    const row = await waitingById(tx, id);
    if (row !== undefined) await judge(tx, row);
    return { id, reference, outcome: 'waiting' as const };
  });
}

async function sentBefore(db: Database, key: string | null): Promise<KeptWaiting | undefined> {
  if (key === null) return undefined;
  const row = (await db.select().from(waiting).where(eq(waiting.key, key)))[0];
  if (row === undefined) return undefined;
  return { id: row.id, reference: row.reference, outcome: row.state === 'accepted' ? 'shown' : 'waiting' };
}

export async function waitingById(db: Database, id: string): Promise<WaitingRow | undefined> {
  return (await db.select().from(waiting).where(eq(waiting.id, id)))[0];
}
