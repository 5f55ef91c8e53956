import type { Baseline } from './baseline.ts';
import { detours } from './columns.ts';
import { commonestOf } from './commonest.ts';
import { isWithin, wholeWalkMetres } from './detour.ts';
import { isNearEdge } from './edge.ts';
import { assertBuiltFrom, type NearestLists } from './nearest.ts';
import { isPerhapsWithin } from './perhaps.ts';
import type { ReachColumns } from './reach-columns.ts';

/**
 * Reach per area under the middle detour factor: how far the nearest and second nearest places are, how many
 * people live within the limit of one (`within`), and how many more may do (`perhaps`, never counted). `within`
 * is counted again under the low and high factors; `withinLeast` and `withinMost` are the ends of the three.
 *
 * @param limitMetres walking metres, end included.
 * Means weigh each home point by its people and are whole metres, from walks rounded to whole metres; an area
 * where nobody lives has no mean and no nearest place.
 */
export function reachByArea(baseline: Baseline, lists: NearestLists, limitMetres: number): ReachColumns {
  assertBuiltFrom(lists, baseline);
  const { areas, homePoints, places } = baseline;
  const { low, middle, high } = detours(baseline);
  const sums = areas.code.map(() => new AreaReach());
  homePoints.area.forEach((area, point) => {
    const people = homePoints.residents[point] ?? 0;
    const sum = sums[area];
    if (people === 0 || sum === undefined) return;
    const detour = middle[area] ?? 1;
    const slot = point * lists.k;
    const first = lists.place[slot] ?? -1;
    const straight = lists.straight[slot] ?? -1;
    if (first >= 0) sum.addNearest(first, people, wholeWalkMetres(straight, detour));
    if ((lists.place[slot + 1] ?? -1) >= 0)
      sum.addSecond(people, wholeWalkMetres(lists.straight[slot + 1] ?? -1, detour));
    if (first >= 0) {
      if (isWithin(straight, low[area] ?? 1, limitMetres)) sum.withinLow += people;
      if (isWithin(straight, high[area] ?? 1, limitMetres)) sum.withinHigh += people;
    }
    if (first >= 0 && isWithin(straight, detour, limitMetres)) sum.within += people;
    else if (isPerhapsWithin(baseline, lists, point, detour, limitMetres)) sum.perhaps += people;
  });
  return {
    codes: [...areas.code],
    residents: [...areas.residents],
    within: sums.map((sum) => sum.within),
    withinLeast: sums.map((sum) => Math.min(sum.withinLow, sum.within, sum.withinHigh)),
    withinMost: sums.map((sum) => Math.max(sum.withinLow, sum.within, sum.withinHigh)),
    perhaps: sums.map((sum) => sum.perhaps),
    nearestMetres: sums.map((sum) => sum.meanNearest()),
    secondMetres: sums.map((sum) => sum.meanSecond()),
    nearestPlace: sums.map((sum) => places.id[sum.commonest()] ?? null),
    nearEdge: areas.code.map((_, area) =>
      isNearEdge(baseline, area, lists.kinds, middle[area] ?? 1, limitMetres),
    ),
  };
}

/** Sums over the home points of one area. All are whole, so their order does not matter. */
class AreaReach {
  within = 0;
  withinLow = 0;
  withinHigh = 0;
  perhaps = 0;
  private nearest = { people: 0, personMetres: 0 };
  private second = { people: 0, personMetres: 0 };
  private peopleByPlace = new Map<number, number>();

  addNearest(place: number, people: number, metres: number): void {
    this.nearest.people += people;
    this.nearest.personMetres += people * metres;
    this.peopleByPlace.set(place, (this.peopleByPlace.get(place) ?? 0) + people);
  }
  addSecond(people: number, metres: number): void {
    this.second.people += people;
    this.second.personMetres += people * metres;
  }
  meanNearest(): number | null {
    return mean(this.nearest);
  }
  meanSecond(): number | null {
    return mean(this.second);
  }
  /** The place nearest to most people, the lower number where two tie; -1 for none. */
  commonest(): number {
    return commonestOf(this.peopleByPlace);
  }
}

function mean({ people, personMetres }: { people: number; personMetres: number }): number | null {
  return people === 0 ? null : Math.round(personMetres / people);
}
