import type { MiddlewareHandler } from 'hono';

/**
 * Headers on every response. The policy lets the page talk to its own server and to nobody else; a street style
 * named in KITH_BASEMAP adds its origin for what a style fetches (tiles, pictures, letters), and for nothing more.
 */
export function securityHeaders(basemap: string | null): MiddlewareHandler {
  const policy = contentSecurityPolicy(basemap);
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', policy);
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set(
      'Permissions-Policy',
      'accelerometer=(), camera=(), geolocation=(self), gyroscope=(), microphone=(), payment=(), usb=()',
    );
  };
}

export function contentSecurityPolicy(basemap: string | null): string {
  const also = basemap === null ? '' : ` ${new URL(basemap).origin}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
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
