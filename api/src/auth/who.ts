import { type Person, VISITOR } from '@kith/core/keep/roles';
import type { Context, MiddlewareHandler } from 'hono';
import { isShared } from '../delivery.ts';
import type { Env } from '../routes/parts.ts';

/** Finds out who asks. Throws a Problem for a key that is not, or no longer, one. */
export type FindPerson = (c: Context<Env>) => Promise<Person>;

/** Who asks, where nobody can sign in: everyone is a visitor. */
export const everyoneVisits: FindPerson = async () => VISITOR;

/**
 * Puts whoever asks into `c.get('person')`, for every address of the API. What everyone shares is answered as to a
 * visitor, so that nothing kept for all can hang on who happened to ask first. Everything else that somebody who
 * signed in is told stays in their own browser and is not kept there.
 */
export function whoAsks(find: FindPerson): MiddlewareHandler<Env> {
  return async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const shared = reads && isShared(c.req.path);
    const person = shared ? VISITOR : await find(c);
    c.set('person', person);
    await next();
    if (person.role !== 'visitor') notKept(c);
  };
}

/** The answer hangs on who asks: no cache may keep it, neither the browser's nor one on the way. */
export function notKept(c: Context): void {
  c.header('Cache-Control', 'private, no-store');
}
