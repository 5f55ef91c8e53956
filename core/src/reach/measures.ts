import type { Baseline } from './baseline.ts';
import { detours, homeArrays } from './columns.ts';
import { isWithin, straightMetres, wholeWalkMetres } from './detour.ts';
import { type Limit, metresOf } from './limit.ts';
import { assertBuiltFrom, type NearestLists } from './nearest.ts';
import { visitWithin } from './nearest-tree.ts';
import { isPerhapsWithin } from './perhaps.ts';
import type { DetourEnd } from './walk.ts';

/** Measures per area, in the order of `codes`; all under one detour factor. */
export interface ReachMeasures {
  readonly codes: readonly string[];
  readonly residents: readonly number[];
  /** Residents by their answer: each is in one of the three. `yes` is the people within the limit. */
  readonly yes: readonly number[];
  readonly perhaps: readonly number[];
  readonly no: readonly number[];
  /**
   * Mean walk to the nearest place that counts, then to the second nearest, and so on, as far as the lists go: whole
   * metres. Null where nobody lives, or where there are not so many places.
   */
  readonly nearestMetres: readonly (readonly (number | null)[])[];
  /** Mean number of places that count within the limit, over the people of the area; null where nobody lives. */
  readonly placesPerPerson: readonly (number | null)[];
  /** The same number for each home point, in the order of `baseline.homePoints`. */
  readonly placesWithin: Int32Array;
}

/**
 * What people can get to on foot, by area, for the question that the lists were built for (kinds, day and hour,
 * freshness). Means weigh each home point by its people.
 *
 * @param end which of the three detour factors: counts are made with `middle`, and the band with the other two.
 */
export function reachMeasures(
  baseline: Baseline,
  lists: NearestLists,
  limit: Limit,
  end: DetourEnd = 'middle',
): ReachMeasures {
  assertBuiltFrom(lists, baseline);
  const { areas } = baseline;
  const { area, residents } = homeArrays(baseline);
  const factors = detours(baseline)[end];
  const metres = metresOf(limit);
  const placesWithin = countWithin(baseline, lists, metres, end);
  const column = () => new Float64Array(areas.code.length);
  const [yes, perhaps, people, personPlaces] = [column(), column(), column(), column()];
  const personMetres = Array.from({ length: lists.k }, column);
  const add = (to: Float64Array, at: number, more: number) => {
    to[at] = (to[at] ?? 0) + more;
  };
  area.forEach((of, point) => {
    const here = residents[point] ?? 0;
    if (here === 0) return;
    const factor = factors[of] ?? 1;
    add(people, of, here);
    add(personPlaces, of, here * (placesWithin[point] ?? 0));
    if ((placesWithin[point] ?? 0) > 0) add(yes, of, here);
    else if (isPerhapsWithin(baseline, lists, point, factor, metres)) add(perhaps, of, here);
    personMetres.forEach((sums, rank) => {
      const straight = lists.straight[point * lists.k + rank] ?? -1;
      if (straight >= 0) add(sums, of, here * wholeWalkMetres(straight, factor));
    });
  });
  // Every home point has as many places to choose from, so a mean has all people of the area in it or none.
  const known = Math.min(lists.k, lists.exact.index.length);
  return {
    codes: [...areas.code],
    residents: [...people],
    yes: [...yes],
    perhaps: [...perhaps],
    no: Array.from(people, (all, of) => all - (yes[of] ?? 0) - (perhaps[of] ?? 0)),
    nearestMetres: personMetres.map((sums, rank) =>
      Array.from(sums, (sum, of) =>
        (people[of] ?? 0) === 0 || rank >= known ? null : Math.round(sum / (people[of] ?? 0)),
      ),
    ),
    placesPerPerson: Array.from(personPlaces, (sum, of) =>
      (people[of] ?? 0) === 0 ? null : sum / (people[of] ?? 0),
    ),
    placesWithin,
  };
}

/** How many places that count lie within a limit of each home point, its end included. */
function countWithin(baseline: Baseline, lists: NearestLists, metres: number, end: DetourEnd): Int32Array {
  const counts = new Int32Array(baseline.homePoints.area.length);
  visitPlacesWithin(baseline, lists, metres, end, (point) => {
    counts[point] = (counts[point] ?? 0) + 1;
  });
  return counts;
}

/**
 * Calls `visit` for each home point with each place that counts within the limit, home point by home point.
 * @param visit is told the straight metres between them too
 */
export function visitPlacesWithin(
  baseline: Baseline,
  { exact }: Pick<NearestLists, 'exact'>,
  metres: number,
  end: DetourEnd,
  visit: (homePoint: number, place: number, straight: number) => void,
): void {
  const { area, easting, northing } = homeArrays(baseline);
  const { places } = baseline;
  const factors = detours(baseline)[end];
  for (let point = 0; point < area.length; point++) {
    const factor = factors[area[point] ?? 0] ?? 1;
    const [east, north] = [easting[point] ?? 0, northing[point] ?? 0];
    // A metre more than needed, so that rounding leaves nothing out; the exact comparison follows.
    visitWithin(exact, east, north, metres / factor + 1, (place) => {
      const straight = straightMetres(east, north, places.easting[place] ?? 0, places.northing[place] ?? 0);
      if (isWithin(straight, factor, metres)) visit(point, place, straight);
      return false;
    });
  }
}
