import type { AdminState } from '@kith/core/keep/admin-state';
import type { RemovableThing, Removal } from '@kith/core/keep/removal';
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

export const askState = (signal?: AbortSignal): Promise<AdminState> => askAt('/admin/state', {}, signal);

/** What is kept about something, that may be removed for good. @param about a reference, or the address of a page */
export const askRemovable = (about: string, signal?: AbortSignal): Promise<readonly RemovableThing[]> =>
  askAt<{ things: RemovableThing[] }>('/removals', { about }, signal).then((answer) => answer.things);
/** Removes it for good: nobody can bring it back. */
export const removeForGood = (removal: Removal): Promise<unknown> => sendTo('POST', '/removals', removal);
