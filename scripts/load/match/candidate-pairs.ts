import {
  comparable,
  matchedAs,
  type ReadListing,
  readListing,
  standingNamesakes,
} from '@kith/core/place/match';
import type { Matchable } from '@kith/core/place/match/matchable';
import { nameKey } from '@kith/core/place/match/name-key';

/** Squares of the grid, metres: a place is looked for in its own and the eight around, so up to 1 km is never missed. */
const SQUARE_METRES = 1000;
/** A key under which more lie than this says nothing about any of them (`hall` in `london`). */
const MOST_UNDER_ONE_KEY = 200;

export interface Read extends ReadListing {
  readonly place: Matchable;
}

/**
 * Pairs worth scoring, each once: within a kilometre, of one postcode, or of one name in one council or with the same
 * second half of a postcode. Only places of
 * the same or a near kind, and only where no list holds both or both are open libraries of one name.
 */
export function* candidatePairs(places: readonly Matchable[]): Generator<readonly [Read, Read]> {
  const read = places
    .filter((place) => place.kind !== 'bench')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((place): Read => ({ ...readListing(place), place }));
  const squares = new Map<string, number[]>();
  const keys = new Map<string, number[]>();
  for (const [at, each] of read.entries()) {
    const seen = new Set<number>();
    const { easting, northing, postcode } = each.spot;
    const kind = matchedAs(each.place.kind);
    if (easting !== null && northing !== null) {
      const column = Math.floor(easting / SQUARE_METRES);
      const row = Math.floor(northing / SQUARE_METRES);
      for (const dx of [-1, 0, 1]) {
        for (const dy of [-1, 0, 1]) add(seen, squares.get(`${kind} ${column + dx} ${row + dy}`));
      }
      put(squares, `${kind} ${column} ${row}`, at);
    }
    for (const key of wordKeys(each, postcode)) {
      const there = keys.get(key);
      if ((there?.length ?? 0) <= MOST_UNDER_ONE_KEY) add(seen, there);
      put(keys, key, at);
    }
    for (const other of seen) {
      const one = read[other];
      if (one === undefined) continue;
      if (mayBeOne(one.place, each.place) || standingNamesakes(one, each)) yield [one, each];
    }
  }
}

function wordKeys(each: Read, postcode: string): string[] {
  const keys = postcode === '' ? [] : [postcode];
  if (each.uprn !== '') keys.push(each.uprn);
  // One list adds the part of town in brackets.
  const plain = nameKey(each.place.name.replace(/\(.*\)/, '')).own;
  for (const council of each.councils) {
    // A council's mobile libraries often have no name of their own.
    for (const name of new Set([each.name.own || (each.place.mobile ? 'mobile' : ''), plain])) {
      if (name !== '') keys.push(`${council}|${name}`, ...wordsOf(council).map((word) => `${word}|${name}`));
    }
  }
  // A slip in its first half sends a postcode to another county: `DL6 2LW` for `DH6 2LW`.
  if (each.name.own !== '' && postcode !== '') keys.push(`${each.name.own}|${postcode.slice(-3)}`);
  return [...new Set(keys)];
}

/** `newcastle` and `newcastle tyne` are one council: its first and last words are keys too. */
function wordsOf(council: string): string[] {
  const words = council.split(' ');
  return words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : [];
}

/** A list has each place once, so two that it holds now are two. */
export function mayBeOne(
  a: Pick<Matchable, 'kind' | 'lists'>,
  b: Pick<Matchable, 'kind' | 'lists'>,
): boolean {
  return comparable(a.kind, b.kind) && !a.lists.some((list) => b.lists.includes(list));
}

function add(seen: Set<number>, some: readonly number[] | undefined): void {
  if (some !== undefined) for (const each of some) seen.add(each);
}

function put(map: Map<string, number[]>, key: string, at: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [at]);
  else there.push(at);
}
