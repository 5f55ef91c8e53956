import { may, type Person } from '@kith/core/keep/roles';

/** What an anchor's file may put before the stewards at once: more would bury what others sent. */
const MOST_WAITING = 500;

/** That a file holds more than may go to the stewards at once, said before anybody puts work into it. */
export interface TooMany {
  /** False where it may come to that, once all that is asked is answered and all that is wrong put right. */
  readonly sure: boolean;
  /** In words, with what to do. */
  readonly words: string;
}

/** How many rows of a file may go to the stewards; null where nothing of it does. */
export function mostWaiting(person: Person): number | null {
  return may(person.role, 'steward') ? null : MOST_WAITING;
}

/** Of a file that was only read: some of its rows may be of places that its sender keeps, and go in at once. */
export function tooManyRows(rows: number, most: number | null): TooMany | null {
  if (most === null || rows <= most) return null;
  return {
    sure: false,
    words: `This file has ${count(rows)} rows. Rows about places that you do not keep go to a steward, and one file may send ${most} of those. ${todo(most)}`,
  };
}

/**
 * Of a file that was gone through.
 * @param waiting rows that would go to a steward as it is
 * @param open rows that may do so once they are answered or put right
 */
export function tooManyWaiting(waiting: number, open: number, most: number | null): TooMany | null {
  if (most === null || waiting + open <= most) return null;
  const sure = waiting > most;
  const would = sure ? `${count(waiting)} rows would` : `As many as ${count(waiting + open)} rows may`;
  return { sure, words: `${would} go to a steward, and one file may send ${most}. ${todo(most)}` };
}

const count = (rows: number): string => rows.toLocaleString('en-GB');
const todo = (most: number): string =>
  `Bring it in parts of ${most} rows or fewer. Or leave it here as it is and ask a steward to import it: they see it in their list.`;
