import type { Stores } from './store/stores.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Drops hashes of senders once they are 30 days old: now, and every hour from now on, as long as the server runs.
 * @param failed told where it could not be done; it is tried again an hour later
 * @returns ends it
 */
export function forgetDaily(stores: Pick<Stores, 'waiting'>, failed: (error: unknown) => void): () => void {
  const forget = () => {
    stores.waiting.forgetOldSenders(new Date().toISOString().slice(0, 10)).catch(failed);
  };
  forget();
  const timer = setInterval(forget, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
