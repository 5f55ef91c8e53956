import { may } from '@kith/core/keep/roles';
import type { Context, MiddlewareHandler } from 'hono';
import { notAllowed, signInFirst } from '../auth/need.ts';
import { notKept } from '../auth/who.ts';
import type { Env } from './parts.ts';

/** For what belongs to a person: an organisation's key has no sessions, no passkeys and no account. */
export const personal: MiddlewareHandler<Env> = async (c, next) => {
  const { role } = c.get('person');
  if (!may(role, 'sign-off')) throw signInFirst();
  personOf(c);
  await next();
  notKept(c);
};

/** The id of who signed in. @throws Problem 403 for an organisation's key */
export function personOf(c: Context<Env>): string {
  const { id } = c.get('person');
  if (id === null) throw notAllowed('A key acts for its organisation. This is for a person who signed in.');
  return id;
}

/**
 * For those who act for the organisation of the address (`{id}`), and stewards. Whether there is such an organisation is
 * for the route to say. A key acts for its organisation's places and not for the organisation itself.
 */
export const ofOrganisation: MiddlewareHandler<Env> = async (c, next) => {
  const { role, organisations } = c.get('person');
  if (role === 'visitor') throw signInFirst();
  personOf(c);
  const id = c.req.param('id');
  if (!may(role, 'steward') && !organisations.some((own) => own.id === id)) {
    throw notAllowed('This is for those who act for this organisation, and for stewards.');
  }
  await next();
  notKept(c);
};
