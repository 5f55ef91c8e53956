import type { AskedKeep } from '@kith/core/keep/asked-keep';
import type { Freshness } from '@kith/core/keep/freshness';
import type { Person } from '@kith/core/keep/roles';
import { askAt, sendTo } from './plain-questions.ts';

/** What is asked and said about who somebody is. The browser keeps no answer of it (but see state/last-me.ts). */

/** A place that an organisation of theirs keeps. */
export interface Kept {
  readonly placeId: string;
  readonly name: string;
  readonly freshness: Freshness | null;
  /** ISO day; null: never. */
  readonly checkedOn: string | null;
}

/** Something they sent to the stewards, and what became of it. */
export interface SentThing {
  readonly reference: string;
  readonly kind: string;
  /** What it is about, in words. */
  readonly title: string;
  readonly state: 'waiting' | 'accepted' | 'rejected';
  /** ISO time. */
  readonly at: string;
  readonly placeId: string | null;
  /** The steward's words to them. */
  readonly note: string | null;
  /** Of one turned down as the same as another place: that place, once it is listed. */
  readonly sameAs: { readonly id: string; readonly name: string } | null;
  /** Of one turned down as the same as another place: that one waits still. */
  readonly sameWaits: boolean;
  /** ISO time at which a steward put it back after it was turned down; null where it does not wait again. */
  readonly putBackAt: string | null;
}

export interface Me {
  readonly person: Person;
  readonly email: string | null;
  readonly keeps: readonly Kept[];
  /** What they or others of their organisations asked to keep, while a steward has not answered. */
  readonly asked: readonly AskedKeep[];
  readonly waiting: readonly SentThing[];
  /** On how many devices they are signed in. */
  readonly sessions: number;
}

/** Who asks; a visitor gets an answer too. */
export const askMe = (signal?: AbortSignal): Promise<Me> => askAt('/me', {}, signal);

/**
 * Has a link sent. The answer is the same whether anybody has that address or not.
 * @returns whether by e-mail, or into a folder of whoever runs this Kith
 */
export const sendSignIn = async (email: string): Promise<'sent' | 'outbox'> =>
  (await sendTo<{ readonly letter: 'sent' | 'outbox' }>('POST', '/sign-in', { email })).letter;
/** Uses up the link from the e-mail. */
export const confirmSignIn = (token: string): Promise<unknown> =>
  sendTo('POST', '/sign-in/confirm', { token });
export const signOut = (): Promise<unknown> => sendTo('POST', '/sign-out');

export interface SessionOf {
  readonly id: string;
  /** ISO times. */
  readonly since: string;
  readonly until: string;
  /** The one that asks. */
  readonly current: boolean;
}
export const askSessions = (signal?: AbortSignal): Promise<readonly SessionOf[]> =>
  askAt<{ sessions: SessionOf[] }>('/me/sessions', {}, signal).then((answer) => answer.sessions);
/** @param id of a session; `others` for all but the one that asks */
export const endSession = (id: string): Promise<unknown> =>
  sendTo('DELETE', `/me/sessions/${encodeURIComponent(id)}`);

/** Removes the account, for good. What was said of places stays, without whom it came from. */
export const removeAccount = (): Promise<unknown> => sendTo('DELETE', '/me');

/** What became of something sent, by the reference that its sender was given. */
export const askSent = (reference: string, signal?: AbortSignal): Promise<SentThing> =>
  askAt(`/sent/${encodeURIComponent(reference)}`, {}, signal);
