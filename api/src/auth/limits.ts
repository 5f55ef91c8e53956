import type { MiddlewareHandler } from 'hono';
import { Problem } from '../errors.ts';
import { type RateLimit, rateLimit } from '../rate-limit.ts';
import { addressOf } from '../routes/body.ts';
import type { Env } from '../routes/parts.ts';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

/** How often each may do what costs something. Of addresses only salted hashes are held, in memory. */
export interface Limits {
  /** Links asked for, per network address. A library shares one, so it is generous. */
  readonly linksByAddress: RateLimit;
  /** Links sent to one e-mail address: nobody's letter box is filled through Kith. */
  readonly linksByEmail: RateLimit;
  /** Letters that somebody has sent by naming members, to whomever. A club names its committee at one sitting. */
  readonly invitations: RateLimit;
  /** Passkeys and links tried, per network address. */
  readonly tries: RateLimit;
  /** Everything that writes, per person, organisation's key or else network address. */
  readonly writes: RateLimit;
  /** What visitors send to the stewards, per network address. A library or a village hall shares one: generous. */
  readonly suggestions: RateLimit;
}

/** The limits that stand. How many is Kith's own guess: none gets in the way of a person with a mouse. */
export function usualLimits(): Limits {
  return {
    linksByAddress: rateLimit(30, HOUR_MS),
    linksByEmail: rateLimit(5, HOUR_MS),
    invitations: rateLimit(20, HOUR_MS),
    tries: rateLimit(60, 10 * MINUTE_MS),
    writes: rateLimit(600, 10 * MINUTE_MS),
    suggestions: rateLimit(60, HOUR_MS),
  };
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** They are sent, as they are too long or too private for an address, but write nothing. */
const ONLY_WORKED_OUT = /^\/api\/(scenarios\/(preview|compare)|reminders\/read)$/;

/** Holds back whoever writes without end. */
export function limitWrites(limit: RateLimit, now: () => Date): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!READS.has(c.req.method) && !ONLY_WORKED_OUT.test(c.req.path)) {
      const { id, role, organisations } = c.get('person');
      const key = role === 'anchor' ? organisations[0]?.id : undefined;
      useUp(limit, id ?? key ?? addressOf(c), now, 'That is more than Kith takes at once.');
    }
    await next();
  };
}

/** Counts one use. @throws Problem 429 with how long to wait */
export function useUp(limit: RateLimit, by: string, now: () => Date, what: string): void {
  const seconds = limit.use(by, now().getTime());
  if (seconds === 0) return;
  throw new Problem(429, 'too-many', `${what} Try again in ${inWords(seconds)}.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
