import type { MiddlewareHandler } from 'hono';
import { Body, BodyCache, type MadeBody } from './body-cache.ts';
import { acceptedEncoding } from './compressed.ts';

/** Answers that depend on the data and the address alone, and are asked for by everyone: kept, compressed. */
const KEPT =
  /^\/api\/(patches|kinds|pins|indicators|areas|values|risk|reach|measures|week|irreplaceable|access|districts|geometry|baseline|sources|money|data-report(?=$)|data-report\/coverage|openapi\.json)(\/|$)/;
/** Whether an address answers everyone alike: such an answer must never hang on who asks. */
export function isShared(path: string): boolean {
  return KEPT.test(path);
}
const MOST_KEPT_BYTES = 96 * 1024 * 1024;

/**
 * Gives every good GET answer of the API a strong ETag, answers If-None-Match with 304, and compresses. Answers
 * that everyone shares are kept for as long as the data stays as it is.
 * @param version of the data now: part of the key, so nothing kept outlives it
 * @param parametersOf the parameters that the address of a path takes. The answer hangs on no other, so no other is
 * in the key: nobody can push good answers out by making parameters up
 */
export function delivery(
  version: () => Promise<string>,
  parametersOf: (path: string) => ReadonlySet<string>,
): MiddlewareHandler<{ Variables: { made?: MadeBody } }> {
  const kept = new BodyCache(MOST_KEPT_BYTES);
  return async (c, next) => {
    const { method, path } = c.req;
    if (method !== 'GET' && method !== 'HEAD') return next();
    const accepted = acceptedEncoding(c.req.header('Accept-Encoding'));
    const ifNoneMatch = c.req.header('If-None-Match');
    const isKept = isShared(path);
    const key = isKept ? `${await version()} ${path} ${knownQuery(c.req.url, parametersOf(path))}` : '';
    const found = isKept ? kept.get(key) : undefined;
    if (found !== undefined) {
      c.res = await found.respond(ifNoneMatch, accepted);
      return;
    }
    await next();
    const type = c.res.headers.get('Content-Type');
    if (c.res.status !== 200 || type === null || !/json/.test(type)) return;
    // What sets a cookie is for one person and once: it goes out as it is, cookie and all.
    if (c.res.headers.has('Set-Cookie')) return;
    const headers: Record<string, string> = {
      'Content-Type': type,
      'Cache-Control': c.res.headers.get('Cache-Control') ?? 'no-cache',
    };
    const made = c.get('made') ?? new Uint8Array(await c.res.arrayBuffer());
    const body = new Body(made, headers, !isKept);
    if (isKept) kept.set(key, body);
    // Assigning over a response would merge its headers into the new one; they are all in `headers` already.
    const response = await body.respond(ifNoneMatch, accepted);
    c.res = undefined;
    c.res = response;
  };
}

/** `?b=2&a=1` and `?a=1&b=2` are one question, and so is `?a=1&b=2&x=3` where nothing is called x. */
function knownQuery(url: string, known: ReadonlySet<string>): string {
  const { searchParams } = new URL(url, 'http://kith');
  for (const name of [...searchParams.keys()]) if (!known.has(name)) searchParams.delete(name);
  searchParams.sort();
  return searchParams.toString();
}
