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
  if (outcome.outcome === 'another')
    // What another wrote is not read out to who is signed in now.
    return {
      words:
        outcome.person === null
          ? `${name}, written before you signed in, was not sent. It is kept: open “Add a place”, look it through and press Send again.`
          : 'A place that somebody added on this device was not sent: whoever wrote it is not signed in here now. It is kept for them. Is it yours? Sign in and open “Add a place”.',
      place: null,
    };
  return null;
}

/** Whether adding begins with what there is already: drafts, what waits, and the references of what was sent. */
export const hasBefore = (...lists: readonly (readonly unknown[])[]): boolean =>
  lists.some((list) => list.length > 0);
