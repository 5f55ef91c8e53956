import type { Kind } from '../place/kinds.ts';
import type { Baseline } from './baseline.ts';
import { straightMetres } from './detour.ts';
import { type SortedPoints, sortByEasting, sweepNearest } from './nearest-sweep.ts';

/** How many nearest places are kept for each home point, unless asked otherwise. */
export const NEAREST_KEPT = 8;

/**
 * For every home point, its nearest open places with an exact position. Place numbers are positions in
 * `baseline.places`. The detour factor is one number per area, so straight order is walking order.
 */
export interface NearestLists {
  /** What the lists were built from; `assertBuiltFrom` holds them to it. */
  readonly version: string;
  readonly patch: string;
  readonly kinds: readonly Kind[];
  readonly k: number;
  /** `k` places per home point, nearest first, ties by the lower number; -1 where there are no more. */
  readonly place: Int32Array;
  /** Straight metres to each, in the same order; -1 where there are no more. */
  readonly straight: Float64Array;
  /** All open places with an exact position, for a full search when a list runs out. */
  readonly exact: SortedPoints;
  /** Open places known only to within their spread: they answer `perhaps`, never `yes`. */
  readonly approximate: Int32Array;
  /** For each place, the home points it is nearest to: `homePoints` from `start[place]` to `start[place + 1]`. */
  readonly nearestTo: { readonly start: Int32Array; readonly homePoints: Int32Array };
}

export interface NearestOptions {
  /** Kinds that count as somewhere to go. */
  readonly kinds: readonly Kind[];
  readonly k?: number;
}

/**
 * Builds the nearest lists once per baseline and set of kinds. `k` is at least 2, so that a second nearest is
 * always known. Places that are not open, or are of another kind, are left out.
 */
export function buildNearest(
  baseline: Baseline,
  { kinds, k: asked = NEAREST_KEPT }: NearestOptions,
): NearestLists {
  const k = Math.max(2, asked);
  const { places, homePoints } = baseline;
  const wanted = new Set<string>(kinds);
  const open = places.id.flatMap((_, place) =>
    places.status[place] === 'open' && wanted.has(places.kind[place] ?? '') ? [place] : [],
  );
  const isExact = (place: number) => places.spreadMetres[place] === 0;
  const exact = sortByEasting(open.filter(isExact), places.easting, places.northing);

  const count = homePoints.area.length;
  const place = new Int32Array(count * k).fill(-1);
  const straight = new Float64Array(count * k).fill(-1);
  for (let point = 0; point < count; point++) {
    const easting = homePoints.easting[point] ?? 0;
    const northing = homePoints.northing[point] ?? 0;
    const offset = point * k;
    const found = sweepNearest(exact, easting, northing, k, place, straight, offset);
    for (let slot = offset; slot < offset + found; slot++) straight[slot] = Math.sqrt(straight[slot] ?? 0);
  }
  return {
    version: baseline.version,
    patch: baseline.patch,
    kinds: [...kinds],
    k,
    place,
    straight,
    exact,
    approximate: Int32Array.from(open.filter((each) => !isExact(each))),
    nearestTo: invertNearest(place, k, count, places.id.length),
  };
}

/** Turns "nearest place of each home point" round into "home points of each place", by counting sort. */
function invertNearest(place: Int32Array, k: number, homePointCount: number, placeCount: number) {
  const start = new Int32Array(placeCount + 1);
  for (let point = 0; point < homePointCount; point++) {
    const nearest = place[point * k] ?? -1;
    if (nearest >= 0) start[nearest + 1] = (start[nearest + 1] ?? 0) + 1;
  }
  for (let each = 0; each < placeCount; each++) start[each + 1] = (start[each + 1] ?? 0) + (start[each] ?? 0);
  const next = start.slice();
  const homePoints = new Int32Array(start[placeCount] ?? 0);
  for (let point = 0; point < homePointCount; point++) {
    const nearest = place[point * k] ?? -1;
    if (nearest < 0) continue;
    const slot = next[nearest] ?? 0;
    homePoints[slot] = point;
    next[nearest] = slot + 1;
  }
  return { start, homePoints };
}

/** A place and how far it is in a straight line; place -1 when there is none at all. */
export interface Nearest {
  readonly place: number;
  readonly straight: number;
}
const NONE: Nearest = { place: -1, straight: -1 };

/**
 * The nearest place to a home point once some are closed. Walks the kept list; where every kept place is closed
 * and there may be more, searches all places, so the answer is exact however many close.
 */
export function nearestOpen(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  closed: ReadonlySet<number>,
): Nearest {
  const { k } = lists;
  for (let slot = homePoint * k; slot < (homePoint + 1) * k; slot++) {
    const place = lists.place[slot] ?? -1;
    if (place < 0) return NONE;
    if (!closed.has(place)) return { place, straight: lists.straight[slot] ?? -1 };
  }
  return searchAll(baseline, lists, homePoint, closed);
}

function searchAll(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  closed: ReadonlySet<number>,
): Nearest {
  const easting = baseline.homePoints.easting[homePoint] ?? 0;
  const northing = baseline.homePoints.northing[homePoint] ?? 0;
  let best = NONE;
  lists.exact.index.forEach((place, at) => {
    if (closed.has(place)) return;
    const straight = straightMetres(
      easting,
      northing,
      lists.exact.easting[at] ?? 0,
      lists.exact.northing[at] ?? 0,
    );
    const better = straight < best.straight || (straight === best.straight && place < best.place);
    if (best.place < 0 || better) best = { place, straight };
  });
  return best;
}

/** Throws when lists are used with data or kinds they were not built from: a mistake in code, not in input. */
export function assertBuiltFrom(
  lists: NearestLists,
  { version, patch }: Pick<Baseline, 'version' | 'patch'>,
  kinds: readonly string[] = lists.kinds,
): void {
  const same = (a: readonly string[], b: readonly string[]) => a.every((each) => b.includes(each));
  if (
    lists.version === version &&
    lists.patch === patch &&
    same(lists.kinds, kinds) &&
    same(kinds, lists.kinds)
  )
    return;
  throw new Error(
    `Nearest lists of ${lists.patch} (${lists.kinds.join(', ')}; ${lists.version}) were used for ${patch} (${kinds.join(', ')}; ${version}). Build them again with buildNearest.`,
  );
}
