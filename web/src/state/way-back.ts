import { formatView, parseView, type View } from './view.ts';

/**
 * Where somebody was when they went to sign in. It is kept on this device and for an hour: the link of the letter opens
 * another tab, and nothing of it may stand in the letter. What is kept is the address of a view, read like any other: it
 * leads to a screen of Kith and nowhere else.
 */
const KEY = 'kith-way-back';
const HOUR_MS = 60 * 60 * 1000;

/** Where it is kept. Asking a browser for its shelf may itself be refused. */
type Shelf = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps where somebody is. */
export function keepWayBack(shelf: Shelf, from: View, now: number): void {
  try {
    // Screens that a letter leads to are nothing without its link.
    if (from.screen === 'remind' || from.screen === 'sign-in') return;
    shelf().setItem(KEY, JSON.stringify({ at: now, address: formatView(from) }));
  } catch {
    // It is only a comfort.
  }
}

/** Where they were; it is told once. Null: they were nowhere, or long ago. */
export function takeWayBack(shelf: Shelf, now: number): View | null {
  const way = seeWayBack(shelf, now);
  try {
    shelf().removeItem(KEY);
  } catch {
    // Where nothing can be kept nothing is there to forget.
  }
  return way;
}

/** The same, and it stays kept. */
export function seeWayBack(shelf: Shelf, now: number): View | null {
  try {
    const kept: unknown = JSON.parse(shelf().getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('address' in kept)) return null;
    const { at, address } = kept;
    if (typeof at !== 'number' || typeof address !== 'string' || Math.abs(now - at) > HOUR_MS) return null;
    const [path = '', query = ''] = address.split('?', 2);
    return /^\/[a-z-]+$/.test(path) ? parseView(path, query) : null;
  } catch {
    return null;
  }
}

/** Forgets it once its hour is over, for whoever never signed in after all. */
export function forgetOldWayBack(shelf: Shelf, now: number): void {
  try {
    const kept: unknown = JSON.parse(shelf().getItem(KEY) ?? 'null');
    const at = typeof kept === 'object' && kept !== null && 'at' in kept ? kept.at : 0;
    if (typeof at !== 'number' || Math.abs(now - at) > HOUR_MS) shelf().removeItem(KEY);
  } catch {
    // There is nothing to forget.
  }
}
