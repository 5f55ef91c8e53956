import {
  isKeptAnswer,
  MOST_ANSWERS,
  mayKeep,
  neverChanges,
  type Seen,
  type Told,
  wayOf,
} from './keep-rules.ts';
import type { Fetching, WorkerScope } from './worker-scope.ts';

/** Filled in when Kith is built: the files of the app, and a name for just these. */
declare const __KITH_SHELL__: readonly string[];
declare const __KITH_SHELL_NAME__: string;

const scope = globalThis as unknown as WorkerScope;
const SHELLS = 'kith-shell-';
const SHELL = SHELLS + __KITH_SHELL_NAME__;
const ANSWERS = 'kith-answers';
/** Looked over now and then, not at every answer. */
const TRIM_EVERY = 25;
const PAGE = '/';

scope.addEventListener('install', (event) => event.waitUntil(takeShell()));
/**
 * A new version waits until every page of the one before is closed (so nothing of theirs is taken away under them), and
 * then throws the old files away. Pages opened meanwhile come from the server, new, as ever.
 */
scope.addEventListener('activate', (event) =>
  event.waitUntil(dropOthers().then(() => scope.clients.claim())),
);
scope.addEventListener('message', (event) => {
  const seen = event.data as Partial<Seen> | null;
  if (seen?.kith === 'seen' && Array.isArray(seen.urls)) event.waitUntil(catchUp(seen.urls));
});
scope.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, scope.location.origin);
  if (way === 'page') event.respondWith(page(event.request));
  else if (way === 'file') event.respondWith(file(event.request));
  else if (way === 'answer') event.respondWith(answer(event));
});

async function takeShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll([new Request(PAGE, { cache: 'no-cache' }), ...__KITH_SHELL__]);
}

async function dropOthers(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(SHELLS) && name !== SHELL) await caches.delete(name);
}

/** A page comes from the server; without a line it is the one kept, which knows what to show at any address. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(SHELL)).match(PAGE);
    if (!kept) throw error;
    return kept;
  }
}

/** Files are named after what is in them, so a kept one is right. */
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const got = await fetch(request);
  if (got.ok) await cache.put(request, got.clone()).catch(() => undefined);
  return got;
}

/** Answers come from the server, and are kept; without a line the last one seen is given, and the pages are told. */
async function answer(event: Fetching): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(ANSWERS);
  const steady = neverChanges(new URL(request.url).pathname);
  const before = steady ? await cache.match(request, { ignoreVary: true }) : undefined;
  if (before) return before;
  let got: Response;
  try {
    got = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    const kept = await cache.match(request, { ignoreVary: true });
    event.waitUntil(tell({ kith: 'kept', from: kept?.headers.get('Date') ?? null }));
    if (!kept) throw error;
    return kept;
  }
  event.waitUntil(keep(cache, request.url, got.clone()));
  return got;
}

let put = 0;
async function keep(cache: Cache, url: string, got: Response): Promise<void> {
  try {
    // What has become private is forgotten.
    if (!mayKeep(got)) {
      if (got.ok) await cache.delete(url, { ignoreVary: true });
      return;
    }
    await cache.put(url, got);
    if (++put % TRIM_EVERY !== 1) return;
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS))) await cache.delete(old);
  } catch {
    // The device has no room, or the answer broke off: it is not kept.
  }
}

/** The page that installs the worker has asked for its map already: that is kept too. */
async function catchUp(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(ANSWERS);
  for (const url of urls.slice(0, MOST_ANSWERS)) {
    const address = new URL(url, scope.location.origin);
    if (address.origin !== scope.location.origin || !isKeptAnswer(address)) continue;
    if (await cache.match(url, { ignoreVary: true })) continue;
    const got = await fetch(url).catch(() => undefined);
    if (got) await keep(cache, url, got);
  }
}

async function tell(what: Told): Promise<void> {
  for (const each of await scope.clients.matchAll({ type: 'window' })) each.postMessage(what);
}
