import type { Baseline } from './baseline.ts';
import { type CostPairs, floatingCatchment } from './catchment.ts';
import { detours, homeArrays } from './columns.ts';
import type { Decay } from './decay.ts';
import { type Limit, metresOf } from './limit.ts';
import { visitPlacesWithin } from './measures.ts';
import { assertBuiltFrom, type NearestLists } from './nearest.ts';

export interface AreaCatchment {
  readonly codes: readonly string[];
  /** Mean supply per head over the people of each area; null where nobody lives. */
  readonly access: readonly (number | null)[];
  /** Supply per head at each home point, in the order of `baseline.homePoints`. */
  readonly homePoints: Float64Array;
  /** Sum of people x access: the supply that someone is within the limit of. */
  readonly total: number;
}

/**
 * Two-step floating catchment from home points to the places that count (see `floatingCatchment`), over walking
 * metres under the middle detour factor.
 *
 * @param supply what each place has to give, by its number; 1 each unless said: access is then places per head
 * @throws RangeError for the decay `inverse` where a place lies on a home point
 */
export function areaCatchment(
  baseline: Baseline,
  lists: NearestLists,
  limit: Limit,
  decay: Decay,
  supply: (place: number) => number = () => 1,
): AreaCatchment {
  assertBuiltFrom(lists, baseline);
  const { area, residents } = homeArrays(baseline);
  const supplied = Float64Array.from(baseline.places.id, (_, place) => supply(place));
  const { access, total } = floatingCatchment(
    walksWithin(baseline, lists, metresOf(limit)),
    residents,
    supplied,
    decay,
  );
  const people = new Float64Array(baseline.areas.code.length);
  const sums = new Float64Array(people.length);
  area.forEach((of, point) => {
    people[of] = (people[of] ?? 0) + (residents[point] ?? 0);
    sums[of] = (sums[of] ?? 0) + (residents[point] ?? 0) * (access[point] ?? 0);
  });
  return {
    codes: [...baseline.areas.code],
    access: Array.from(sums, (sum, of) => ((people[of] ?? 0) === 0 ? null : sum / (people[of] ?? 0))),
    homePoints: access,
    total,
  };
}

function walksWithin(baseline: Baseline, lists: NearestLists, metres: number): CostPairs {
  const { area } = homeArrays(baseline);
  const factors = detours(baseline).middle;
  const start = new Int32Array(area.length + 1);
  const supply: number[] = [];
  const cost: number[] = [];
  visitPlacesWithin(baseline, lists, metres, 'middle', (point, place, straight) => {
    supply.push(place);
    cost.push(straight * (factors[area[point] ?? 0] ?? 1));
    start[point + 1] = supply.length;
  });
  for (let point = 1; point < start.length; point++)
    start[point] = Math.max(start[point] ?? 0, start[point - 1] ?? 0);
  return { start, supply: Int32Array.from(supply), cost: Float64Array.from(cost) };
}
