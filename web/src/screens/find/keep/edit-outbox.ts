import type { Edit, Sent } from '@kith/core/keep/contribution';
import { keysOf, type Shelf } from '../../add/kept-drafts.ts';

/** An edit that somebody sent while there was no line. The `key` in it makes a second sending the same edit. */
export interface EditToSend {
  readonly placeId: string;
  readonly placeName: string;
  readonly edit: Edit;
}

/** How edits are sent. `standing` says of a failure whether waiting may mend it, or somebody has to look. */
export interface EditSender {
  send(placeId: string, edit: Edit): Promise<Sent>;
  standing(error: unknown): 'later' | 'meanwhile' | 'refused';
}
export type EditOutcome = EditToSend &
  (
    | { readonly outcome: 'sent'; readonly sent: Sent }
    | { readonly outcome: 'later' | 'meanwhile' | 'refused'; readonly error: unknown }
  );

const TO_SEND = 'kith-send-edit:';

/** Takes an edit to be sent, instead of one that waited for the same place. Nothing where the device keeps nothing. */
export function keepEdit(shelf: Shelf, item: EditToSend): void {
  try {
    shelf.setItem(TO_SEND + item.placeId, JSON.stringify(item));
  } catch {
    // The form sends it again itself, for as long as it is open.
  }
}

export function dropEdit(shelf: Shelf, placeId: string): void {
  try {
    shelf.removeItem(TO_SEND + placeId);
  } catch {
    // Where nothing can be kept nothing is there to drop.
  }
}

export function editsToSend(shelf: Shelf): readonly EditToSend[] {
  return keysOf(shelf, TO_SEND).flatMap((key) => {
    try {
      const item = JSON.parse(shelf.getItem(key) ?? 'null') as EditToSend | null;
      return item && typeof item.placeId === 'string' && Array.isArray(item.edit?.changes) ? [item] : [];
    } catch {
      return [];
    }
  });
}
/** Whether any waits, told without loading what sends them. */
export const hasEditsToSend = (shelf: Shelf): boolean => keysOf(shelf, TO_SEND).length > 0;

/**
 * Sends what waits, each once: an edit says what it started from, so where somebody changed the same meanwhile the
 * server refuses it and nothing is written over. What somebody has to look at waits no more: it is a draft again.
 * Never throws.
 */
export async function sendEdits(shelf: Shelf, sender: EditSender): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = [];
  for (const item of editsToSend(shelf)) {
    try {
      const sent = await sender.send(item.placeId, item.edit);
      outcomes.push({ ...item, outcome: 'sent', sent });
    } catch (error) {
      outcomes.push({ ...item, outcome: sender.standing(error), error });
    }
    // What was typed meanwhile is another edit, and waits for its own turn.
    const now = editsToSend(shelf).find(({ placeId }) => placeId === item.placeId);
    if (now?.edit.key === item.edit.key && outcomes.at(-1)?.outcome !== 'later')
      dropEdit(shelf, item.placeId);
  }
  return outcomes;
}
