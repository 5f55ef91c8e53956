import { may } from '@kith/core/keep/roles';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Sender } from './contribution-store.ts';
import { authorOf } from './keeper-store.ts';
import { keepPhoto, type NewPhoto, showPhotosOf } from './photo-store.ts';
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
 * @throws NoPlace where there is no such place
 */
export async function sendPhoto(
  db: Database,
  placeId: string | null,
  photo: NewPhoto,
  sender: Sender,
): Promise<SentPhoto> {
  return db.transaction(async (tx) => {
    if (placeId === null) {
      return { id: await keepPhoto(tx, null, photo, sender.at), reference: null, outcome: 'waiting' };
    }
    const place = await standingClaims(tx, placeId);
    const id = await keepPhoto(tx, place.placeId, photo, sender.at);
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
