import { type Person, VISITOR } from '@kith/core/keep/roles';
import { Problem } from '../errors.ts';
import type { Stores } from '../store/stores.ts';
import type { SignIns } from './sign-ins.ts';
import type { FindPerson } from './who.ts';

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Finds who asks: the organisation of a key (`Authorization: Bearer ...`), the person of a cookie, or a visitor. A key
 * acts for its organisation as a member would, without being anybody.
 */
export function findPerson(stores: Stores, signIns: SignIns, now: () => Date): FindPerson {
  return async (c): Promise<Person> => {
    const authorization = c.req.header('Authorization');
    if (authorization !== undefined) {
      const key = BEARER.exec(authorization)?.[1];
      const day = now().toISOString().slice(0, 10);
      const organisation = key === undefined ? null : await stores.tokens.organisationOf(key, day);
      if (organisation === null) throw noKey();
      return { id: null, role: 'anchor', organisations: [organisation] };
    }
    const session = await signIns.sessionOf(c.req.raw.headers);
    if (session === null) return VISITOR;
    const person = await stores.people.get(session.personId);
    if (person === null) return VISITOR;
    c.set('sessionId', session.id);
    return person;
  };
}

function noKey(): Problem {
  return new Problem(
    401,
    'bad-key',
    'This is no key of an organisation, or it was taken back. Send it as "Authorization: Bearer kith_...", or leave the header out.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );
}
