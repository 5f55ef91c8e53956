import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { Body, BodyCache } from './body-cache.ts';
import { acceptedEncoding } from './compressed.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Files that Vite names after their content never change at one address. */
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
/** A part of the path that begins with a dot. */
const HIDDEN = /\/\./;
const FOR_EVER = 'public, max-age=31536000, immutable';
const MOST_KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Serves the built web pages from a folder, and nothing outside it nor any file whose name, or whose folder's,
 * begins with a dot: the build keeps its own notes there. An address that is no file and does not look
 * like one gets the page itself, which knows what to show.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const root = resolve(folder);
  const kept = new BodyCache(MOST_KEPT_BYTES);

  const bodyOf = async (file: string, cacheControl: string): Promise<Body | undefined> => {
    const facts = await stat(file).catch(() => undefined);
    if (facts === undefined || !facts.isFile()) return undefined;
    const key = `${file} ${facts.size} ${facts.mtimeMs}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const headers = { 'Content-Type': type, 'Cache-Control': cacheControl };
    const body = new Body(new Uint8Array(await readFile(file)), headers, false);
    kept.set(key, body);
    return body;
  };

  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = decoded(c.req.path);
    if (path === undefined || HIDDEN.test(path)) return next();
    const file = resolve(root, `.${path}`);
    if (file !== root && !file.startsWith(root + sep)) return next();
    const body = file === root ? undefined : await bodyOf(file, HASHED.test(path) ? FOR_EVER : 'no-cache');
    if (body !== undefined) return send(c, body);
    if (extname(path) !== '') return next();
    const page = await bodyOf(join(root, 'index.html'), 'no-cache');
    return page === undefined ? notBuilt() : send(c, page);
  };
}

function send(c: Context, body: Body): Promise<Response> {
  return body.respond(c.req.header('If-None-Match'), acceptedEncoding(c.req.header('Accept-Encoding')));
}

function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') || plain.includes('\\') ? undefined : plain;
  } catch {
    return undefined;
  }
}

/** What is shown when the API runs and the pages have not been built. */
function notBuilt(): Response {
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kith is not built yet</title>
<h1>Kith is not built yet</h1>
<p>The server runs, but its pages have not been made.</p>
<p>Stop it and run <code>npm start</code>, which makes them; or run <code>npm run build</code> and load this page again.</p>
<p>The data can be read meanwhile: <a href="/api/openapi.json">/api/openapi.json</a></p>
`;
  return new Response(page, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
