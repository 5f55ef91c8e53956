/**
 * What is kept on the device so that Kith opens without a line: answers that everybody gets alike, of the maps looked
 * at. Who somebody is, what they sent, search for or have waiting is not among them, whatever its headers say.
 */
const KEPT =
  /^\/api\/(config|patches|kinds|places|pins|clusters|indicators|areas|values|risk|reach|measures|week|irreplaceable|access|districts|geometry|baseline|sources|money|data-report(?=$)|data-report\/coverage)(\/|$)/;
/** Under a place, what hangs on who asks or grows with every change. */
const NOT_KEPT = /^\/api\/places\/[^/]+\/./;
/** What somebody typed, and the spot they asked about: who uses the device after them is not told. */
const ONES_OWN = ['q', 'near'];
/** Shapes stand at an address of their own version: they never change. */
const NEVER_CHANGES = /^\/api\/geometry\//;
/** Files named after what is in them. */
const NAMED_AFTER_CONTENT = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** The most answers kept, and the longest. Both are guesses: a map with its tiles and some fifty places read. */
export const MOST_ANSWERS = 400;
export const MOST_BYTES = 8 * 1024 * 1024;

/** As much of a request as says what to do with it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly cache: string;
  readonly headers: Pick<Headers, 'has'>;
}
/** `page`: any address of Kith's; `file`: part of it; `answer`: of the API; `leave`: not for us, the browser asks as ever. */
export type Way = 'page' | 'file' | 'answer' | 'leave';

/** @param origin of Kith itself: what goes elsewhere is left alone */
export function wayOf({ method, url, mode, cache, headers }: Asked, origin: string): Way {
  const to = new URL(url);
  const { pathname } = to;
  if (method !== 'GET' || to.origin !== origin || headers.has('Range') || headers.has('Authorization'))
    return 'leave';
  if (pathname.startsWith('/api/')) {
    // Somebody who asks for nothing to be kept asks for what is theirs.
    const kept = mode !== 'navigate' && cache !== 'no-store' && isKeptAnswer(to);
    return kept ? 'answer' : 'leave';
  }
  if (mode === 'navigate') return 'page';
  return NAMED_AFTER_CONTENT.test(pathname) || pathname === '/icon.svg' ? 'file' : 'leave';
}

/** Whether what is answered at an address of ours may be kept. */
export const isKeptAnswer = ({ pathname, searchParams }: URL): boolean =>
  KEPT.test(pathname) && !NOT_KEPT.test(pathname) && !ONES_OWN.some((name) => searchParams.has(name));
export const neverChanges = (path: string): boolean => NEVER_CHANGES.test(path);

/** Whether an answer may be kept: whole, public, and not too long. */
export function mayKeep({ ok, status, headers }: Pick<Response, 'ok' | 'status' | 'headers'>): boolean {
  const control = headers.get('Cache-Control') ?? '';
  const bytes = Number(headers.get('Content-Length') ?? 0);
  return ok && status === 200 && !/no-store|private/.test(control) && bytes <= MOST_BYTES;
}

/** What the service worker tells pages: there was no line, and an answer of then was given; null: none was kept. */
export interface Told {
  readonly kith: 'kept';
  readonly from: string | null;
}
/** What a page tells the service worker: what it had asked for before there was one. */
export interface Seen {
  readonly kith: 'seen';
  readonly urls: readonly string[];
}
