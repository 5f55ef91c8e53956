import type { Kind } from '../place/kinds.ts';
import { slotsOf, type When } from '../place/week.ts';
import type { Baseline } from './baseline.ts';
import { homeArrays } from './columns.ts';
import { buildTree, type Gone, nearestInTree, type PointTree } from './nearest-tree.ts';
import { NO, type PlaceQuestion, standings, YES } from './standing.ts';

/** How many nearest places are kept for each home point, unless asked otherwise. */
export const NEAREST_KEPT = 8;

/**
 * For every home point, the nearest places that count (`yes`) for the question asked. Place numbers are positions in
 * `baseline.places`. The detour factor is one number per area, so straight order is walking order.
 */
export interface NearestLists {
  /** What the lists were built from; `assertBuiltFrom` holds them to it. */
  readonly version: string;
  readonly patch: string;
  readonly kinds: readonly Kind[];
  readonly when: When | null;
  readonly someWeeks: boolean;
  readonly checkedSince: string | null;
  readonly k: number;
  /** `k` places per home point, nearest first, ties by the lower number; -1 where there are no more. */
  readonly place: Int32Array;
  /** Straight metres to each, in the same order; -1 where there are no more. */
  readonly straight: Float64Array;
  /** All places that count, for a search among all of them when a list runs out. */
  readonly exact: PointTree;
  /** How every place answers, in the order of `baseline.places`. */
  readonly standing: Uint8Array;
  /** Places that answer `perhaps` and never `yes`, rising; `standing` says why. */
  readonly approximate: Int32Array;
  /** For each place, the home points it is nearest to: `homePoints` from `start[place]` to `start[place + 1]`. */
  readonly nearestTo: { readonly start: Int32Array; readonly homePoints: Int32Array };
}

export interface NearestOptions extends PlaceQuestion {
  readonly k?: number;
}

/**
 * Builds the nearest lists once per baseline and question. `k` is at least 2, so that a second nearest is
 * always known. Places that do not answer `yes` are left out.
 */
export function buildNearest(
  baseline: Baseline,
  { k: asked = NEAREST_KEPT, ...question }: NearestOptions,
): NearestLists {
  const k = Math.max(2, asked);
  const { places } = baseline;
  const { easting, northing } = homeArrays(baseline);
  const standing = standings(baseline, question);
  const numbers = [...standing.keys()];
  const counting = numbers.filter((each) => standing[each] === YES);
  const exact = buildTree(counting, places.easting, places.northing);

  const count = easting.length;
  const place = new Int32Array(count * k).fill(-1);
  const straight = new Float64Array(count * k).fill(-1);
  for (let point = 0; point < count; point++) {
    const from = point * k;
    const found = nearestInTree(exact, easting[point] ?? 0, northing[point] ?? 0, k, place, straight, from);
    for (let slot = from; slot < from + found; slot++) straight[slot] = Math.sqrt(straight[slot] ?? 0);
  }
  return {
    version: baseline.version,
    patch: baseline.patch,
    kinds: [...question.kinds],
    when: question.when ?? null,
    someWeeks: question.someWeeks ?? false,
    checkedSince: question.checkedSince ?? null,
    k,
    place,
    straight,
    exact,
    standing,
    approximate: Int32Array.from(numbers.filter((each) => standing[each] !== NO && standing[each] !== YES)),
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

const one = new Int32Array(1);
const square = new Float64Array(1);

/**
 * The nearest place to a home point once some are closed, through the tree of all that count: for where a kept list is
 * known to be gone.
 */
export function nearestOfAll(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  closed: Gone,
): Nearest {
  const { easting, northing } = homeArrays(baseline);
  const [east, north] = [easting[homePoint] ?? 0, northing[homePoint] ?? 0];
  const found = nearestInTree(lists.exact, east, north, 1, one, square, 0, Number.POSITIVE_INFINITY, closed);
  return found === 0 ? NONE : { place: one[0] ?? -1, straight: Math.sqrt(square[0] ?? 0) };
}

/** Throws when lists are used with data or a question they were not built for: a mistake in code, not in input. */
export function assertBuiltFrom(
  lists: NearestLists,
  { version, patch }: Pick<Baseline, 'version' | 'patch'>,
  question: PlaceQuestion = lists,
): void {
  const [of, asked] = [questionText(lists), questionText(question)];
  if (lists.version === version && lists.patch === patch && of === asked) return;
  throw new Error(
    `Nearest lists of ${lists.patch} (${of}; ${lists.version}) were used for ${patch} (${asked}; ${version}). Build them again with buildNearest.`,
  );
}

/** A question as text that is the same whenever the answer must be. */
function questionText({ kinds, when = null, someWeeks = false, checkedSince = null }: PlaceQuestion): string {
  const time = when === null ? 'at any time' : `in hours ${slotsOf(when).join(' ')}, some weeks ${someWeeks}`;
  return `${[...new Set(kinds)].sort().join(', ')}; ${time}; checked ${checkedSince ?? 'or not'}`;
}
