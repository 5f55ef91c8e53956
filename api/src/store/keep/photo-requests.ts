import { may } from '@kith/core/keep/roles';
import { and, eq, sql } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Sender } from './contribution-store.ts';
import { authorOf } from './keeper-store.ts';
import { getPhoto, keepPhoto, type NewPhoto, removePhoto, showPhotosOf } from './photo-store.ts';
import { standingClaims, valueNow } from './standing-claims.ts';
import { keepWaiting } from './waiting-store.ts';

/** A photo that was taken in. */
export interface SentPhoto {
  readonly id: string;
  /** Of a photo of a listed place that waits; one of a new place waits with it. */
  readonly reference: string | null;
  readonly outcome: 'shown' | 'waiting';
}

/**
 * Takes a photo in. Of a place that is not listed yet it is held until that is sent; of a listed one it waits for a
 * steward on its own. Nobody but stewards sees it before.
 * @param key made on the sender's device, once for this photo of a listed place: sent again it is the same; null: none
 * @throws NoPlace where there is no such place
 */
export async function sendPhoto(
  db: Database,
  placeId: string | null,
  photo: NewPhoto,
  sender: Sender,
  key: string | null = null,
): Promise<SentPhoto> {
  return db.transaction(async (tx) => {
    if (placeId === null) {
      return { id: await keepPhoto(tx, null, photo, sender.at), reference: null, outcome: 'waiting' };
    }
    const place = await standingClaims(tx, placeId);
    const before = key === null ? undefined : await sentBefore(tx, key, place.placeId, photo);
    if (before !== undefined) return before;
    const id = await keepPhoto(tx, place.placeId, photo, sender.at, key);
    if (may(sender.person.role, 'steward')) {
      await showPhotosOf(tx, place.placeId, [id]);
      const author = authorOf(sender.person);
      await logChange(tx, { kind: 'edit', at: sender.at, author, summary: 'A photo was added' });
      return { id, reference: null, outcome: 'shown' };
    }
    const { reference } = await keepWaiting(tx, {
      kind: 'photo',
      placeId: place.placeId,
      title: String(valueNow(place.standing, 'name')),
      summary: `A photo: ${photo.alt}`,
      body: { photoId: id, alt: photo.alt },
      ...sender,
    });
    return { id, reference, outcome: 'waiting' };
  });
}

/** Takes a photo from sight, and says so in the log. @returns whether it was there */
export async function takePhotoAway(db: Database, id: string, { person, at }: Sender): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await removePhoto(tx, id))) return false;
    await logChange(tx, { kind: 'edit', at, author: authorOf(person), summary: 'A photo was taken away' });
    return true;
  });
}

/** The same picture of the same place under the same key: its answer was lost on the way. */
async function sentBefore(
  db: Database,
  key: string,
  placeId: string,
  { data }: NewPhoto,
): Promise<SentPhoto | undefined> {
  const kept = await getPhoto(db, key);
  if (kept?.placeId !== placeId || !kept.data.equals(data)) return undefined;
  const isIt = and(eq(waiting.kind, 'photo'), eq(sql`json_extract(${waiting.body}, '$.photoId')`, key));
  const row = (await db.select({ reference: waiting.reference }).from(waiting).where(isIt))[0];
  const outcome = kept.state === 'shown' ? 'shown' : 'waiting';
  return { id: key, reference: row?.reference ?? null, outcome };
}
