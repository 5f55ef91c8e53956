import type { GivenRole, Person } from '@kith/core/keep/roles';
import type { Database } from '../open.ts';
import { listKept, listSent, removePerson } from './account-store.ts';
import { listAskedToKeep } from './asked-to-keep.ts';
import {
  addMember,
  changeOrganisation,
  createOrganisation,
  getOrganisation,
  listMembers,
  listOrganisations,
  organisationsOf,
  removeMember,
} from './organisation-store.ts';
import {
  dropPasskey,
  emailOf,
  endOtherSessions,
  endSession,
  getPerson,
  giveRole,
  listPasskeys,
  listPeople,
  listSessions,
  personByEmail,
} from './people-store.ts';
import { signInTables } from './sign-in-tables.ts';
import { listApiTokens, makeApiToken, organisationOfToken, revokeApiToken } from './token-store.ts';

/** What routes ask about people, what they belong to, and keys to the API. */
export function accountStores(db: Database) {
  return {
    people: {
      signInTables: () => signInTables(db),
      get: (id: string) => getPerson(db, id),
      list: () => listPeople(db),
      emailOf: (id: string) => emailOf(db, id),
      byEmail: (email: string, at: Date) => personByEmail(db, email, at),
      giveRole: (id: string, role: GivenRole | null, at: Date) => giveRole(db, id, role, at),
      sessions: (id: string, now: Date) => listSessions(db, id, now),
      endSession: (id: string, sessionId: string) => endSession(db, id, sessionId),
      endOtherSessions: (id: string, but: string) => endOtherSessions(db, id, but),
      passkeys: (id: string) => listPasskeys(db, id),
      dropPasskey: (id: string, passkeyId: string) => dropPasskey(db, id, passkeyId),
      kept: (organisationIds: readonly string[], today: string) => listKept(db, organisationIds, today),
      sent: (id: string) => listSent(db, id),
      askedToKeep: (person: Person) => listAskedToKeep(db, person),
      remove: (id: string, by: string, at: string) => removePerson(db, id, by, at),
    },
    organisations: {
      create: (given: Parameters<typeof createOrganisation>[1], at: string) =>
        createOrganisation(db, given, at),
      change: (
        id: string,
        change: Parameters<typeof changeOrganisation>[2],
        was: Parameters<typeof changeOrganisation>[3],
        by: Parameters<typeof changeOrganisation>[4],
      ) => changeOrganisation(db, id, change, was, by),
      get: (id: string) => getOrganisation(db, id),
      list: () => listOrganisations(db),
      of: (personId: string) => organisationsOf(db, personId),
      members: (id: string) => listMembers(db, id),
      addMember: (id: string, personId: string, at: string) => addMember(db, id, personId, at),
      removeMember: (id: string, personId: string) => removeMember(db, id, personId),
    },
    tokens: {
      make: (organisationId: string, name: string, by: string, at: string) =>
        makeApiToken(db, organisationId, name, by, at),
      list: (organisationId: string) => listApiTokens(db, organisationId),
      revoke: (organisationId: string, id: string, at: string) => revokeApiToken(db, organisationId, id, at),
      organisationOf: (token: string, day: string) => organisationOfToken(db, token, day),
    },
  };
}
