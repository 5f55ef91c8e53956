import type { MiddlewareHandler } from 'hono';
import type { Config } from './config.ts';

type Basemap = Pick<Config, 'basemap' | 'basemapOrigins'>;

/**
 * Headers on every response. The policy lets the page talk to its own server and to nobody else; a street style
 * named in KITH_BASEMAP adds its origin, and those in KITH_BASEMAP_ORIGINS, for what a style fetches (tiles,
 * pictures, letters), and for nothing more.
 */
export function securityHeaders(config: Basemap): MiddlewareHandler {
  const policy = contentSecurityPolicy(config);
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    // A picture that somebody sent has a stricter one of its own.
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy);
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set(
      'Permissions-Policy',
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    );
  };
}

function contentSecurityPolicy({ basemap, basemapOrigins }: Basemap): string {
  const origins = basemap === null ? [] : [new URL(basemap).origin, ...basemapOrigins];
  const also = [...new Set(origins)].map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'self'",
    // WebAssembly of our own server may be compiled: the solver of "Where would one more do most?". No eval of text.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src 'self' data: blob:${also}`,
    `font-src 'self'${also}`,
    `connect-src 'self'${also}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
