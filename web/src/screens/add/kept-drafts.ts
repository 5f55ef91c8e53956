import { type Draft, isBegun, readDraft } from './draft.ts';
import { dropPhoto } from './photo-shelf.ts';

/** The device's own store, as much of it as is needed: `localStorage`, or a stand-in for tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A shelf that lasts as long as the page. */
export function pageShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const PREFIX = 'kith-draft:';
/** Where what was sent waits for the line, under the key of its draft: see outbox.ts. */
export const TO_SEND = 'kith-send:';
/** A draft nobody has touched for this long is thrown away. */
const KEPT_DAYS = 90;
const DAY_MS = 24 * 3_600_000;
/** The ISO time before which a draft is too old. */
export const oldestKept = (now: Date): string => new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();

export function keysOf(shelf: Shelf, prefix: string): string[] {
  return Array.from({ length: shelf.length }, (_, at) => shelf.key(at)).filter(
    (key): key is string => key?.startsWith(prefix) ?? false,
  );
}

/** Keeps a draft on the device. False where there is no more room: then it lasts as long as the page. */
export function keepDraft(shelf: Shelf, draft: Draft): boolean {
  try {
    shelf.setItem(PREFIX + draft.key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(PREFIX + key);
  } catch {
    // Where nothing can be kept nothing is there to drop.
  }
}

/** Those that somebody is shown: their own, and what a visitor left, who may be the same. @param person null: a visitor */
export const shownTo = <T extends { readonly person: string | null }>(
  some: readonly T[],
  person: string | null,
): readonly T[] => some.filter((each) => each.person === null || each.person === person);

export const isKept = (shelf: Shelf, key: string): boolean => shelf.getItem(PREFIX + key) !== null;

/** Drafts that say something, the newest first. Those that are too old are thrown away, with their pictures. */
export function keptDrafts(shelf: Shelf, now: Date): readonly Draft[] {
  try {
    const drafts = keysOf(shelf, PREFIX).flatMap((key) => readDraft(shelf.getItem(key)) ?? []);
    const oldest = oldestKept(now);
    for (const { key } of drafts.filter(({ at }) => at < oldest)) {
      dropDraft(shelf, key);
      // What waits to be sent has its picture still to send.
      if (shelf.getItem(TO_SEND + key) === null) void dropPhoto(key);
    }
    return drafts
      .filter((draft) => draft.at >= oldest && isBegun(draft))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  } catch {
    return [];
  }
}
