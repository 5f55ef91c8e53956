import { may, type Right } from '@kith/core/keep/roles';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../errors.ts';
import type { Env } from '../routes/parts.ts';
import { notKept } from './who.ts';

/** What each right is for, to say who may where somebody may not. */
const FOR: Record<Right, string> = {
  suggest: 'This is for everyone.',
  'sign-off': 'This is for people who have signed in.',
  keep: 'This is for organisations that keep listings. Ask to keep one on the page of a place.',
  'read-risk': 'This is for commissioners and stewards.',
  steward: 'This is for stewards.',
  administer: 'This is for administrators.',
};

/**
 * Lets through only who has the right; put it first among the `middleware` of a route. A visitor is told to sign in
 * (401 `sign-in`), anyone else that this is not theirs (403 `not-allowed`). Whether a place or an organisation is
 * theirs is for the route to ask.
 */
export function need(right: Right): MiddlewareHandler<Env> {
  return async (c, next) => {
    const person = c.get('person');
    if (!may(person.role, right)) throw person.role === 'visitor' ? signInFirst() : notAllowed(FOR[right]);
    await next();
    notKept(c);
  };
}

/** For who has not signed in. */
export function signInFirst(): Problem {
  return new Problem(401, 'sign-in', 'Sign in first. All you need is an e-mail address.');
}

/** For who has signed in and may not. @param why what this is for, and where to ask */
export function notAllowed(why: string): Problem {
  return new Problem(403, 'not-allowed', why);
}
