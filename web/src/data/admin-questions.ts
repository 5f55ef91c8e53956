import type { GivenRole, OrganisationName, Role } from '@kith/core/keep/roles';
import { askAt, sendTo } from './plain-questions.ts';

/** What administrators ask and say: who may what, which organisations there are, how Kith stands. */

export interface PersonLine {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly organisations: readonly OrganisationName[];
}
export const askPeople = (signal?: AbortSignal): Promise<readonly PersonLine[]> =>
  askAt<{ people: PersonLine[] }>('/people', {}, signal).then((answer) => answer.people);
/** Gives the person of an address a role, whether or not they have signed in before. */
export const nameByEmail = (email: string, role: GivenRole): Promise<unknown> =>
  sendTo('POST', '/people', { email, role });
/** @param role null takes it away */
export const giveRole = (id: string, role: GivenRole | null): Promise<unknown> =>
  sendTo('POST', `/people/${encodeURIComponent(id)}/role`, { role });
/** Removes an account for good, where its person asks for it. */
export const removePerson = (id: string): Promise<unknown> =>
  sendTo('DELETE', `/people/${encodeURIComponent(id)}`);

/** Something that was done, and when (ISO time). */
export interface Happened {
  readonly at: string;
  readonly summary: string;
}
/** How this Kith stands. */
export interface AdminState {
  /** Of Kith itself, and of the data. */
  readonly version: string;
  readonly data: string;
  readonly counts: {
    readonly places: number;
    readonly closed: number;
    readonly areas: number;
    readonly statements: number;
    readonly people: number;
    readonly organisations: number;
    readonly kept: number;
    readonly photos: number;
  };
  /** `apart`: set aside as likely spam. `oldest`: ISO time, of the others. */
  readonly waiting: { readonly honest: number; readonly apart: number; readonly oldest: string | null };
  /** Each of the three is in the one before it too. */
  readonly freshness: { readonly due: number; readonly stale: number; readonly old: number };
  readonly reminders: { readonly open: number; readonly lastSent: string | null };
  readonly lastLoad: Happened | null;
  readonly lastChange: Happened | null;
  readonly lastBackup: { readonly at: string; readonly file: string; readonly bytes: number } | null;
  /** Null where the database is on a server. */
  readonly databaseBytes: number | null;
  /** Letters to deliver by hand; null where a mail server takes them. */
  readonly outbox: number | null;
}
export const askState = (signal?: AbortSignal): Promise<AdminState> => askAt('/admin/state', {}, signal);
