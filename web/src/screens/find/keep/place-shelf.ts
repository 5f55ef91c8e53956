import { keysOf, type Shelf } from '../../add/kept-drafts.ts';

/**
 * What somebody began about a place and has not sent: kept on this device for them alone, so that a lost line or a
 * shut page loses nothing. A browser may forbid to keep anything: then nothing is kept, and nothing else goes wrong.
 */
export type Begun = 'edit' | 'photo';

const at = (what: Begun, place: string, person: string | null): string =>
  `kith-${what}-${place}${person === null ? '' : `~${person}`}`;

/** All that somebody began and has not sent, of whichever places. @param person null: a visitor */
export function begunBy(shelf: Shelf, person: string | null): readonly { what: Begun; place: string }[] {
  return (['edit', 'photo'] as const).flatMap((what) =>
    keysOf(shelf, at(what, '', null)).flatMap((key) => {
      const [place = '', whose = null] = key.slice(at(what, '', null).length).split('~');
      return whose === person ? [{ what, place }] : [];
    }),
  );
}

/** @param person null: a visitor @returns what was kept, to be looked at; an empty object where nothing was */
export function readBegun(what: Begun, place: string, person: string | null): object {
  try {
    return Object(JSON.parse(localStorage.getItem(at(what, place, person)) ?? 'null'));
  } catch {
    return {};
  }
}

/** @param begun null: nothing any more */
export function keepBegun(what: Begun, place: string, person: string | null, begun: object | null): void {
  try {
    if (begun) localStorage.setItem(at(what, place, person), JSON.stringify(begun));
    else localStorage.removeItem(at(what, place, person));
  } catch {
    // It is only a comfort.
  }
}
