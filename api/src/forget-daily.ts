import type { Stores } from './store/stores.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What is kept no longer than 30 days. */
type Forgetful = {
  readonly waiting: Pick<Stores['waiting'], 'forgetOldSenders'>;
  readonly sheets: Pick<Stores['sheets'], 'forgetOld'>;
};

/**
 * Drops hashes of senders, and empties spreadsheets that were brought, once they are 30 days old: now, and every hour
 * from now on, as long as the server runs.
 * @param failed told where it could not be done; it is tried again an hour later
 * @returns ends it
 */
export function forgetDaily(
  stores: Forgetful,
  failed: (error: unknown) => void,
  now: () => Date = () => new Date(),
): () => void {
  const forget = () => {
    const at = now().toISOString();
    stores.waiting.forgetOldSenders(at.slice(0, 10)).catch(failed);
    stores.sheets.forgetOld(at).catch(failed);
  };
  forget();
  const timer = setInterval(forget, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
