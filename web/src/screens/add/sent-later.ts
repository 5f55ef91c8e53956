import { messageOf } from '../../words/message-of.ts';
import type { Outcome } from './outbox.ts';

/** What is said, on whatever page is open, of a place that was sent after its own page was left. Null: nothing yet. */
export function sentLater(outcome: Outcome, name: string): { words: string; place: string | null } | null {
  if (outcome.outcome === 'sent') {
    const { reference, placeId } = outcome.sent;
    return { words: `${name} was sent. Its reference: ${reference}.`, place: placeId };
  }
  if (outcome.outcome === 'refused')
    return {
      words: `${name} could not be sent: ${messageOf(outcome.error)} It is kept: open “Add a place” and put it right.`,
      place: null,
    };
  return null;
}

/** Whether adding begins with what there is already: drafts, what waits, and the references of what was sent. */
export const hasBefore = (...lists: readonly (readonly unknown[])[]): boolean =>
  lists.some((list) => list.length > 0);
