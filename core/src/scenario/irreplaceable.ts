import type { Baseline } from '../reach/baseline.ts';
import { detourByArea, isWithin } from '../reach/detour.ts';
import { assertBuiltFrom, type NearestLists } from '../reach/nearest.ts';

/** A place (its number in `baseline.places`) and the people who lose reach if it alone closes. */
export interface Irreplaceable {
  readonly place: number;
  readonly people: number;
}

/**
 * Places whose closing alone takes reach from someone: within the limit of them and of no second place. One pass
 * over nearest and second nearest, middle detour factor. Most people first, then by number. Places outside the
 * patch are among them; they cannot be cut, so leave them out of a list of cuts to try.
 */
export function irreplaceable(baseline: Baseline, lists: NearestLists, limitMetres: number): Irreplaceable[] {
  assertBuiltFrom(lists, baseline);
  const { homePoints } = baseline;
  const detours = detourByArea(baseline, 'middle');
  const people = new Map<number, number>();
  homePoints.area.forEach((area, point) => {
    const slot = point * lists.k;
    const isReached = (at: number) =>
      (lists.place[at] ?? -1) >= 0 && isWithin(lists.straight[at] ?? -1, detours[area] ?? 1, limitMetres);
    const here = homePoints.residents[point] ?? 0;
    if (here === 0 || !isReached(slot) || isReached(slot + 1)) return;
    const place = lists.place[slot] ?? -1;
    people.set(place, (people.get(place) ?? 0) + here);
  });
  return [...people]
    .map(([place, count]) => ({ place, people: count }))
    .sort((a, b) => b.people - a.people || a.place - b.place);
}
