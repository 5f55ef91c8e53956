import type { PlaceFields } from '@kith/core/place/place';
import {
  type GroundBelow,
  type PostcodeAt,
  positionOfPostcode,
  type Whereabouts,
  whereaboutsOf,
} from '../listing.ts';
import type { CouncilAt } from './councils.ts';
import { type LibraryStatus, libraryName, statusOf } from './library-facts.ts';
import type { JoinedLibrary } from './library-join.ts';
import { councilOf, libraryKey, nameTheOldBuildings } from './library-key.ts';

/** What a list of libraries is laid upon. */
export interface LibraryGround {
  readonly ground: GroundBelow;
  readonly postcodeAt: PostcodeAt;
  readonly councilAt: CouncilAt;
}

/** One library as one list has it, named, told apart and put on the map. */
export interface PlacedLibrary<From> extends Whereabouts {
  readonly from: From;
  readonly key: string;
  readonly name: string;
  readonly status: LibraryStatus;
  readonly yearClosed: number | null;
  readonly mobile: boolean;
  readonly address: string;
  readonly postcode: string;
  readonly position: PlaceFields['position'];
  readonly notes: string;
}

export interface LibraryToPlace<From> {
  readonly from: From;
  /** What the one list says: either side is null. */
  readonly own: JoinedLibrary;
  /** In small letters: `static library`, `mobile library`, `prison library`, ... */
  readonly type: string;
}

/**
 * Puts libraries on the ground that is loaded: by postcode; without one known there, by the council alone and without
 * a position. A mobile library stops in many places and has no position either. Of several rows of one
 * key the one that is open counts, else the one that closed last.
 */
export function placeLibraries<From>(
  rows: readonly LibraryToPlace<From>[],
  { ground, postcodeAt, councilAt }: LibraryGround,
): { placed: PlacedLibrary<From>[]; elsewhere: number; leftOut: Record<string, number> } {
  const leftOut: Record<string, number> = {};
  const leave = (why: string) => {
    leftOut[why] = (leftOut[why] ?? 0) + 1;
  };
  const byKey = new Map<string, ReturnType<typeof described<From>>>();
  for (const row of rows) {
    if (row.type !== 'static library' && row.type !== 'mobile library') {
      leave(row.type || 'library of a kind not given');
      continue;
    }
    const library = described(row);
    const known = byKey.get(library.key);
    if (known !== undefined) leave('listed twice');
    if (known === undefined || isLater(library, known)) byKey.set(library.key, library);
  }
  const libraries = [...byKey.values()];
  nameTheOldBuildings(libraries);
  let elsewhere = 0;
  const placed = libraries.flatMap((library) => {
    const position = library.mobile ? null : positionOfPostcode(library.postcode, postcodeAt);
    const council = position === null ? councilAt(library.council) : null;
    const at =
      position === null ? council && { ...council, outside: false } : whereaboutsOf(position, ground, true);
    if (at === null) {
      elsewhere += 1;
      return [];
    }
    return [{ ...library, ...at, position, postcode: library.mobile ? '' : library.postcode }];
  });
  return { placed, elsewhere, leftOut };
}

function described<From>({ from, own, type }: LibraryToPlace<From>) {
  const { ace, schema } = own;
  const mobile = type === 'mobile library';
  const authority = councilOf(own);
  const address = (ace?.address ?? schema?.address ?? []).join(', ');
  return {
    from,
    key: libraryKey(own),
    authority,
    council: ace?.authority ?? schema?.council ?? '',
    name: libraryName(ace?.name ?? schema?.name ?? '', authority),
    ...statusOf(own),
    mobile,
    address: mobile ? '' : address,
    postcode: ace?.postcode ?? schema?.postcode ?? '',
    notes: mobile ? 'Stops in many places: ask the council for its round.' : '',
  };
}

function isLater(one: { status: string; yearClosed: number | null }, other: typeof one): boolean {
  if ((one.status === 'closed') !== (other.status === 'closed')) return other.status === 'closed';
  return (one.yearClosed ?? 0) > (other.yearClosed ?? 0);
}
