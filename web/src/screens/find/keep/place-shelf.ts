import { keysOf, oldestKept, type Shelf } from '../../add/kept-drafts.ts';
import { dropPhoto } from '../../add/photo-shelf.ts';
import { editOf } from './edit-outbox.ts';

/**
 * What somebody began about a place and has not sent: kept on this device for them alone, so that a lost line or a
 * shut page loses nothing, and for as long as a place that was begun. A browser may forbid to keep anything: then
 * nothing is kept, and nothing else goes wrong.
 */
export type Begun = 'edit' | 'photo';

const at = (what: Begun, place: string, person: string | null): string =>
  `kith-${what}-${place}${person === null ? '' : `~${person}`}`;

/** All that anybody began, of whichever places. */
function allBegun(shelf: Shelf): readonly { what: Begun; place: string; person: string | null }[] {
  return (['edit', 'photo'] as const).flatMap((what) =>
    keysOf(shelf, at(what, '', null)).map((key) => {
      const [place = '', person = null] = key.slice(at(what, '', null).length).split('~');
      return { what, place, person };
    }),
  );
}

/** What somebody began and has not sent, of whichever places; what is too old goes. @param person null: a visitor */
export function begunBy(
  shelf: Shelf,
  person: string | null,
  now: Date,
): readonly { what: Begun; place: string }[] {
  dropOld(shelf, now);
  return allBegun(shelf).filter((each) => each.person === person);
}

/** What nobody has touched for too long is thrown away, with its picture, but not an edit that waits to be sent. */
function dropOld(shelf: Shelf, now: Date): void {
  const oldest = oldestKept(now);
  for (const { what, place, person } of allBegun(shelf)) {
    const begun = readBegun(what, place, person) as { readonly at?: string; readonly key?: string };
    const waits = what === 'edit' && editOf(shelf, { placeId: place, person }) !== null;
    // Kept before times were: it is counted from now.
    if (begun.at === undefined) keepBegun(what, place, person, begun);
    if (waits || (begun.at ?? oldest) >= oldest) continue;
    keepBegun(what, place, person, null);
    if (what === 'photo' && begun.key) void dropPhoto(begun.key);
  }
}

/**
 * What somebody began, to go on with; or what a visitor left, who may be the same: from then on it is theirs.
 * @param read reads it where it is of the right shape
 */
export function takeBegun<T extends object>(
  what: Begun,
  place: string,
  person: string | null,
  read: (place: string, person: string | null) => T | null,
  now: Date,
): T | null {
  try {
    dropOld(localStorage, now);
  } catch {
    // Nothing can be kept, so nothing is too old.
  }
  const own = read(place, person);
  if (own || person === null) return own;
  const visitors = read(place, null);
  if (visitors) {
    keepBegun(what, place, person, visitors);
    keepBegun(what, place, null, null);
  }
  return visitors;
}

/** @param person null: a visitor @returns what was kept, to be looked at; an empty object where nothing was */
export function readBegun(what: Begun, place: string, person: string | null): object {
  try {
    return Object(JSON.parse(localStorage.getItem(at(what, place, person)) ?? 'null'));
  } catch {
    return {};
  }
}

/** Keeps it, with the time. @param begun null: nothing any more */
export function keepBegun(what: Begun, place: string, person: string | null, begun: object | null): void {
  try {
    const now = new Date().toISOString();
    if (begun) localStorage.setItem(at(what, place, person), JSON.stringify({ ...begun, at: now }));
    else localStorage.removeItem(at(what, place, person));
  } catch {
    // It is only a comfort.
  }
}
