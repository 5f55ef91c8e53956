import type {
  Member,
  NamedMember,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationKey,
  OrganisationLine,
} from '@kith/core/keep/organisation';
import { askAt, sendTo } from './plain-questions.ts';

/** What is asked and said of organisations that keep places. */

const at = (id: string, rest = ''): string => `/organisations/${encodeURIComponent(id)}${rest}`;

export const askOrganisations = (signal?: AbortSignal): Promise<readonly OrganisationLine[]> =>
  askAt<{ organisations: OrganisationLine[] }>('/organisations', {}, signal).then(
    (answer) => answer.organisations,
  );
export const askOrganisation = (id: string, signal?: AbortSignal): Promise<Organisation> =>
  askAt(at(id), {}, signal);
export const makeOrganisation = (made: NewOrganisation): Promise<{ readonly id: string }> =>
  sendTo('POST', '/organisations', made);
export const changeOrganisation = (id: string, change: OrganisationChange): Promise<unknown> =>
  sendTo('PATCH', at(id), change);

export const askMembers = (id: string, signal?: AbortSignal): Promise<readonly Member[]> =>
  askAt<{ members: Member[] }>(at(id, '/members'), {}, signal).then((answer) => answer.members);
/** Lets somebody act for it. */
export const addMember = (id: string, email: string): Promise<NamedMember> =>
  sendTo('POST', at(id, '/members'), { email });
export const removeMember = (id: string, personId: string): Promise<unknown> =>
  sendTo('DELETE', at(id, `/members/${encodeURIComponent(personId)}`));

export const askKeys = (id: string, signal?: AbortSignal): Promise<readonly OrganisationKey[]> =>
  askAt<{ tokens: OrganisationKey[] }>(at(id, '/tokens'), {}, signal).then((answer) => answer.tokens);
/** @returns the key: nobody gets to see it again */
export const makeKey = (id: string, name: string): Promise<{ readonly token: string }> =>
  sendTo('POST', at(id, '/tokens'), { name });
export const endKey = (id: string, keyId: string): Promise<unknown> =>
  sendTo('DELETE', at(id, `/tokens/${encodeURIComponent(keyId)}`));

/** Keeps a place no longer: for those who keep it, and stewards. */
export const stopKeeping = (placeId: string): Promise<unknown> =>
  sendTo('DELETE', `/places/${encodeURIComponent(placeId)}/keep`);
