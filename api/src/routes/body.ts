import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../errors.ts';

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

/** Where a request came from, as the socket says. Headers that anyone can write are not believed. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
