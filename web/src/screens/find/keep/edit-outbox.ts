import type { Edit, Sent } from '@kith/core/keep/contribution';
import { keysOf, type Shelf } from '../../add/kept-drafts.ts';

/** An edit that somebody sent while there was no line. The `key` in it makes a second sending the same edit. */
export interface EditToSend {
  readonly placeId: string;
  readonly placeName: string;
  /** Who pressed Send; null: a visitor. It never goes as somebody else's who signed in on the device since. */
  readonly person: string | null;
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
    | { readonly outcome: 'another' }
  );

/** Of whom and of which place an edit is: of each pair one waits. */
export type EditOf = Pick<EditToSend, 'placeId' | 'person'>;

const TO_SEND = 'kith-send-edit:';
const keyOf = ({ placeId, person }: EditOf): string =>
  TO_SEND + placeId + (person === null ? '' : `~${person}`);

/** Takes an edit to be sent, instead of theirs that waited for the same place. Nothing where the device keeps nothing. */
export function keepEdit(shelf: Shelf, item: EditToSend): void {
  try {
    shelf.setItem(keyOf(item), JSON.stringify(item));
  } catch {
    // The form sends it again itself, for as long as it is open.
  }
}

export function dropEdit(shelf: Shelf, of: EditOf): void {
  try {
    shelf.removeItem(keyOf(of));
  } catch {
    // Where nothing can be kept nothing is there to drop.
  }
}

export function editsToSend(shelf: Shelf): readonly EditToSend[] {
  return keysOf(shelf, TO_SEND).flatMap((key) => {
    try {
      const item = JSON.parse(shelf.getItem(key) ?? 'null') as EditToSend | null;
      const isOne = item && typeof item.placeId === 'string' && Array.isArray(item.edit?.changes);
      return isOne ? [{ ...item, person: item.person ?? null }] : [];
    } catch {
      return [];
    }
  });
}
/** The one that waits of somebody for a place, if any does. */
export const editOf = (shelf: Shelf, of: EditOf): EditToSend | null =>
  editsToSend(shelf).find((item) => keyOf(item) === keyOf(of)) ?? null;
/** Those that wait of somebody. */
export const editsOf = (shelf: Shelf, person: string | null): readonly EditToSend[] =>
  editsToSend(shelf).filter((item) => item.person === person);
/** Whether any waits, told without loading what sends them. */
export const hasEditsToSend = (shelf: Shelf): boolean => keysOf(shelf, TO_SEND).length > 0;

/**
 * Sends what waits, each once: an edit says what it started from, so where somebody changed the same meanwhile the
 * server refuses it and nothing is written over. What somebody has to look at waits no more, nor does what another
 * person pressed Send on: it is a draft again, of theirs. Never throws.
 * @param person as whom the server would take it
 * @param held the keys of those that an open form sends itself
 */
export async function sendEdits(
  shelf: Shelf,
  sender: EditSender,
  person: string | null,
  held: ReadonlySet<string> = new Set(),
): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = [];
  for (const item of editsToSend(shelf).filter(({ edit }) => !held.has(edit.key))) {
    if (item.person !== person) {
      outcomes.push({ ...item, outcome: 'another' });
      dropEdit(shelf, item);
      continue;
    }
    try {
      const sent = await sender.send(item.placeId, item.edit);
      outcomes.push({ ...item, outcome: 'sent', sent });
    } catch (error) {
      outcomes.push({ ...item, outcome: sender.standing(error), error });
    }
    // What was typed meanwhile is another edit, and waits for its own turn.
    const now = editOf(shelf, item);
    if (now?.edit.key === item.edit.key && outcomes.at(-1)?.outcome !== 'later') dropEdit(shelf, item);
  }
  return outcomes;
}
