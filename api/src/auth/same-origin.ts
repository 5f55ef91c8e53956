import type { MiddlewareHandler } from 'hono';
import { Problem } from '../errors.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site's page sends in the name of whoever looks at it. Browsers say where a request comes from
 * (Sec-Fetch-Site; on plain http Origin alone), and a page cannot change that. A program says neither, which is fine
 * unless it holds a cookie: then nothing shows that it was not a page.
 * @param origin where people reach Kith, for a server behind another that gives it a different name
 */
export function sameOrigin(origin?: string): MiddlewareHandler {
  return async (c, next) => {
    if (!READS.has(c.req.method) && !isOurs(c.req.raw, origin)) {
      throw new Problem(
        403,
        'cross-site',
        "This was sent from another site's page, so it was not done. Open Kith itself and try there.",
      );
    }
    await next();
  };
}

function isOurs({ headers, url }: Request, origin: string | undefined): boolean {
  const site = headers.get('Sec-Fetch-Site');
  // `none` is the person themselves, by the address bar or a bookmark; no page can cause it.
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = headers.get('Origin');
  if (from === null) return !headers.has('Cookie');
  return from === origin || hostOf(from) === (headers.get('Host') ?? new URL(url).host);
}

/** Null for `null`, which pages without an origin send. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
