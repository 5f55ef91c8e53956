import { and, desc, eq } from 'drizzle-orm';
import { photo, waiting, waitingPutBack } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { holdDroppedPhotos } from './photo-store.ts';
import { NotNow, NotThere } from './refusals.ts';
import { compareWaiting } from './waiting-alike.ts';
import { photosIn, readableBody } from './waiting-body.ts';
import { type WaitingRow, waitingById } from './waiting-store.ts';
import { isWithdrawn } from './withdrawn.ts';

/**
 * Puts back into the queue what was turned down: it waits again where it waited, as if nobody had decided. That it was
 * turned down, and by whom, stays in the list of what was done. Asked again by the same steward it is the same.
 * @param decidedAt ISO time of the decision that is taken back, as the steward saw it
 * @throws NotThere where nothing was sent under that id
 * @throws NotNow where that decision does not stand any more, it was accepted, or its sender took it back
 */
export async function putBack(
  db: Database,
  id: string,
  decidedAt: string,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await waitingById(tx, id);
    if (row === undefined) throw new NotThere('There is no such thing. Perhaps it was removed for good.');
    if (row.state === 'waiting') return alreadyBack(tx, row, decidedAt, author);
    if (row.state === 'accepted') {
      throw new NotNow(
        'This was accepted. Open its place and bring the earlier version back from its history.',
      );
    }
    if (row.decidedAt !== decidedAt || row.decidedBy === null) {
      throw new NotNow('Somebody decided on this again meanwhile. Load the list of what was done once more.');
    }
    if (await isWithdrawn(tx, row.id)) {
      throw new NotNow('Its sender took this back. Only they can send it once more.');
    }
    await letWaitAgain(tx, row, { author, at });
  });
}

/**
 * Takes back that something was turned down, and logs it. Call it in a transaction.
 * @throws NotNow where the photo is all that was sent, and it has been let go since
 */
export async function letWaitAgain(
  db: Database,
  row: WaitingRow,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<void> {
  if (row.decidedAt === null || row.decidedBy === null) return;
  await holdPhotos(db, row);
  await db.insert(waitingPutBack).values({
    waitingId: row.id,
    at,
    by: author,
    rejectedAt: row.decidedAt,
    rejectedBy: row.decidedBy,
    note: row.note,
  });
  const undecided = {
    state: 'waiting' as const,
    decidedAt: null,
    decidedBy: null,
    note: null,
    sameAs: null,
  };
  await db.update(waiting).set(undecided).where(eq(waiting.id, row.id));
  // What came while it was out of the queue was not compared with it.
  if (row.kind === 'new-place') await compareWaiting(db, row);
}

async function alreadyBack(
  db: Database,
  { id }: WaitingRow,
  decidedAt: string,
  author: string,
): Promise<void> {
  const [last] = await db
    .select()
    .from(waitingPutBack)
    .where(and(eq(waitingPutBack.waitingId, id), eq(waitingPutBack.rejectedAt, decidedAt)))
    .orderBy(desc(waitingPutBack.id))
    .limit(1);
  if (last?.by !== author)
    throw new NotNow('Another steward put this back before you. It waits in the queue.');
}

/** @throws NotNow where the photo is all that was sent, and it has been let go since */
async function holdPhotos(db: Database, row: WaitingRow): Promise<void> {
  const body = readableBody(row);
  if (row.placeId !== null) await holdDroppedPhotos(db, row.placeId, photosIn(body));
  if (body.kind !== 'photo') return;
  const [kept] = await db.select({ id: photo.id }).from(photo).where(eq(photo.id, body.photoId));
  if (kept === undefined) {
    throw new NotNow('This photo was let go 30 days after it was turned down. Ask for it once more.');
  }
}
