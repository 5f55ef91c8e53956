import type { Stores } from './store/stores.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What is kept no longer than 30 days. */
type Forgetful = {
  readonly waiting: Pick<Stores['waiting'], 'forgetOldSenders'>;
  readonly sheets: Pick<Stores['sheets'], 'forgetOld'>;
  readonly photos: Pick<Stores['photos'], 'forgetTurnedDown'>;
  readonly removals: Pick<Stores['removals'], 'overwrite'>;
};

/**
 * Drops hashes of senders, empties spreadsheets that were brought and lets go of photos that were turned down, once that
 * is 30 days ago, and overwrites in the file what was removed on request: now, and every hour from now on, as long as the server runs.
 * @param failed told where it could not be done; it is tried again an hour later
 * @returns ends it
 */
export function forgetDaily(
  stores: Forgetful,
  failed: (error: unknown) => void,
  now: () => Date = () => new Date(),
): () => void {
  // One after the other: a database takes one writer at a time, and here nobody waits for either.
  const forget = async () => {
    const at = now().toISOString();
    await stores.waiting.forgetOldSenders(at.slice(0, 10)).catch(failed);
    await stores.sheets.forgetOld(at).catch(failed);
    await stores.photos.forgetTurnedDown(at).catch(failed);
    await stores.removals.overwrite().catch(failed);
  };
  void forget();
  const timer = setInterval(() => void forget(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
