import { isUnreached } from '../../../data/client.ts';
import { type SentPhoto, sendPhotoOf } from '../../../data/keep-questions.ts';
import { account } from '../../../state/account.svelte.ts';
import { messageOf } from '../../../words/message-of.ts';
import { photoOf } from '../../add/photo-shelf.ts';
import type { PhotoDraft } from './photo-draft.ts';

/**
 * What became of a photo that Send was pressed on. `offline`: it can go when the line is back; `gone`: its picture lies
 * on this device no more.
 */
export type PhotoOutcome =
  | { readonly outcome: 'sent'; readonly sent: SentPhoto }
  | { readonly outcome: 'offline' | 'gone' }
  | { readonly outcome: 'failed'; readonly words: string };

/** Sends it as whoever is signed in. Never throws. */
export async function sendChosen(placeId: string, { key, alt }: PhotoDraft): Promise<PhotoOutcome> {
  const photo = await photoOf(key);
  if (!photo) return { outcome: 'gone' };
  try {
    return { outcome: 'sent', sent: await sendPhotoOf(placeId, photo, { key, alt: alt.trim() }) };
  } catch (error) {
    return isUnreached(error) ? { outcome: 'offline' } : { outcome: 'failed', words: messageOf(error) };
  }
}

/** The line is back: it goes now, as whoever pressed Send and as nobody else. @param person null: a visitor */
export async function sendChosenAgain(
  placeId: string,
  draft: PhotoDraft,
  person: string | null,
): Promise<PhotoOutcome> {
  const now = await account.asWhom();
  if (now === undefined) return { outcome: 'offline' };
  if (now === person) return sendChosen(placeId, draft);
  const words = 'You are not signed in as you were when you pressed Send. Look at it, and send it again.';
  return { outcome: 'failed', words };
}
