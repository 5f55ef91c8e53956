import type { Shelf } from '../../add/kept-drafts.ts';
import { keepDraft } from './edit-draft.ts';
import { dropEdit, type EditToSend } from './edit-outbox.ts';

/**
 * What becomes of edits that wait on the device of somebody who has signed out: nothing of theirs goes by itself any
 * more. Kept, each is a draft that they alone are shown when they sign in here again.
 */
export function leaveBehind(shelf: Shelf, edits: readonly EditToSend[], fate: 'kept' | 'thrown away'): void {
  for (const edit of edits) {
    dropEdit(shelf, edit);
    if (fate === 'thrown away') keepDraft(edit.placeId, edit.person, null);
  }
}
