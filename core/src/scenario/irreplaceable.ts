import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { isWithin } from '../reach/detour.ts';
import { GROUPS } from '../reach/groups.ts';
import { assertBuiltFrom, type NearestLists } from '../reach/nearest.ts';

export type GroupId = (typeof GROUPS)[number]['id'];

/** A place (its number in `baseline.places`) and who loses reach if it alone closes. */
export interface Irreplaceable {
  readonly place: number;
  readonly people: number;
  /** People or households of each group, each in its own unit, never to be added up. */
  readonly groups: Readonly<Record<GroupId, number>>;
}

/**
 * Places whose closing alone takes reach from someone: within the limit of them and of no second place that counts.
 * One pass over nearest and second nearest, middle detour factor. Most people first, then by number. Places outside
 * the patch are among them; they cannot be cut, so leave them out of a list of cuts to try.
 *
 * @param lists of any kinds, and of a day and hour too: a second place has to count just as the first.
 */
export function irreplaceable(baseline: Baseline, lists: NearestLists, limitMetres: number): Irreplaceable[] {
  assertBuiltFrom(lists, baseline);
  const homes = homeArrays(baseline);
  const { middle } = detours(baseline);
  const placeCount = baseline.places.id.length;
  const people = new Float64Array(placeCount);
  const groups = GROUPS.map(({ id }) => ({ id, here: homes[id], sums: new Float64Array(placeCount) }));
  const { place, straight, k } = lists;
  const count = homes.area.length;
  for (let point = 0, slot = 0; point < count; point++, slot += k) {
    const first = place[slot] ?? -1;
    const detour = middle[homes.area[point] ?? 0] ?? 1;
    if (first < 0 || !isWithin(straight[slot] ?? -1, detour, limitMetres)) continue;
    if ((place[slot + 1] ?? -1) >= 0 && isWithin(straight[slot + 1] ?? -1, detour, limitMetres)) continue;
    people[first] = (people[first] ?? 0) + (homes.residents[point] ?? 0);
    for (const { here, sums } of groups) sums[first] = (sums[first] ?? 0) + (here[point] ?? 0);
  }
  const found: Irreplaceable[] = [];
  for (const [number, lost] of people.entries()) {
    if (lost === 0) continue;
    const byGroup = groups.map(({ id, sums }) => [id, sums[number] ?? 0] as const);
    found.push({
      place: number,
      people: lost,
      groups: Object.fromEntries(byGroup) as Irreplaceable['groups'],
    });
  }
  return found.sort((a, b) => b.people - a.people || a.place - b.place);
}
