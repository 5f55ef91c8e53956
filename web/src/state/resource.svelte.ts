import { untrack } from 'svelte';
import { isUnreached } from '../data/client.ts';
import { messageOf } from '../words/message-of.ts';

/**
 * Something asked of the API, in the four states a screen must tell apart: loading (nothing yet), ready,
 * failed (nothing to show) and stale (what is shown is from before; the newest try failed).
 */
export type ResourceState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T; readonly key: string; readonly refreshing: boolean }
  | {
      readonly status: 'stale';
      readonly value: T;
      readonly key: string;
      readonly message: string;
      readonly since: Date;
    }
  | { readonly status: 'failed'; readonly message: string };

/** Nothing has come of what was asked last, good or bad. */
export const isUnderWay = (state: ResourceState<unknown>): boolean =>
  state.status === 'loading' || state.status === 'idle' || (state.status === 'ready' && state.refreshing);

const RETRY_AFTER_MS = 5_000;
const TRIES_AGAIN = 'Kith cannot be reached just now. Check your connection; it will try again by itself.';

export class Resource<T> {
  state: ResourceState<T> = $state.raw({ status: 'idle' });
  #ticket = 0;
  #at = new Date();
  #again: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What can be shown now, fresh or stale. */
  get value(): T | null {
    return 'value' in this.state ? this.state.value : null;
  }

  /** Asks. `key` names the inputs: an answer to an older question is dropped. */
  load(key: string, ask: (signal: AbortSignal) => Promise<T>): () => void {
    return this.#load(key, ask, false);
  }

  /** @param again the same once more: what is said of it, and its "Try again", stay until an answer has come */
  #load(key: string, ask: (signal: AbortSignal) => Promise<T>, again: boolean): () => void {
    const ticket = ++this.#ticket;
    const stop = new AbortController();
    clearTimeout(this.#timer);
    // An effect that asks must not run again because of the answer.
    const before = untrack(() => this.state);
    if (!again || (before.status !== 'failed' && before.status !== 'stale'))
      this.state =
        'value' in before
          ? { status: 'ready', value: before.value, key: before.key, refreshing: true }
          : { status: 'loading' };
    this.#again = () => this.#load(key, ask, true);
    ask(stop.signal).then(
      (value) => {
        if (ticket !== this.#ticket) return;
        this.#at = new Date();
        this.state = { status: 'ready', value, key, refreshing: false };
      },
      (error: unknown) => {
        if (ticket !== this.#ticket || stop.signal.aborted) return;
        const message = isUnreached(error) ? TRIES_AGAIN : messageOf(error);
        this.state =
          'value' in before
            ? { status: 'stale', value: before.value, key: before.key, message, since: this.#at }
            : { status: 'failed', message };
        // The service may come back by itself: try again quietly while the screen says what is wrong.
        this.#timer = setTimeout(() => this.retry(), RETRY_AFTER_MS);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(this.#timer);
    };
  }

  retry(): void {
    this.#again?.();
  }
}
