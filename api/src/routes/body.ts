import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../errors.ts';
import { networkOf } from './address.ts';

/** Takes JSON up to a size, and refuses the rest before it is read. */
export function acceptJson(mostBytes: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      const kilobytes = Math.floor(mostBytes / 1024);
      throw new Problem(413, 'too-large', `The request is too long. Keep it under ${kilobytes} kB.`);
    },
  });
  return async (c, next) => {
    const type = c.req.header('Content-Type') ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type)) {
      throw new Problem(415, 'not-json', 'Send JSON, with the header Content-Type: application/json.');
    }
    return limit(c, next);
  };
}

/** The network that a request came from, as limits count it: see `networkOf`. */
export function addressOf(c: Context): string {
  const known: unknown = c.get('network');
  return typeof known === 'string' ? known : networkOf(c, 0);
}
