import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { isWithin } from '../reach/detour.ts';
import { GROUPS } from '../reach/groups.ts';
import { assertBuiltFrom, type NearestLists } from '../reach/nearest.ts';

export type GroupId = (typeof GROUPS)[number]['id'];

type Sums = Float64Array;

/** A place (its number in `baseline.places`) and who loses reach if it alone closes. */
export interface Irreplaceable {
  readonly place: number;
  readonly people: number;
  /** The least and the most of the same count under the three detour factors. */
  readonly least: number;
  readonly most: number;
  /** People or households of each group, each in its own unit, never to be added up. */
  readonly groups: Readonly<Record<GroupId, number>>;
}

/**
 * Places whose closing alone takes reach from someone: within the limit of them and of no second place that counts.
 * One pass over nearest and second nearest, under each detour factor. A place is listed, and its groups are counted,
 * by the middle one: most people first, then by number. Places outside the patch are among them; they cannot be cut,
 * so leave them out of a list of cuts to try.
 *
 * @param lists of any kinds, and of a day and hour too: a second place has to count just as the first.
 */
export function irreplaceable(baseline: Baseline, lists: NearestLists, limitMetres: number): Irreplaceable[] {
  assertBuiltFrom(lists, baseline);
  const homes = homeArrays(baseline);
  const { low, middle, high } = detours(baseline);
  const placeCount = baseline.places.id.length;
  const [ifLow, ifMiddle, ifHigh] = [0, 1, 2].map(() => new Float64Array(placeCount)) as [Sums, Sums, Sums];
  const groups = GROUPS.map(({ id }) => ({ id, here: homes[id], sums: new Float64Array(placeCount) }));
  const { area: areaOf, residents } = homes;
  const { place, straight, k } = lists;
  const count = areaOf.length;
  for (let point = 0, slot = 0; point < count; point++, slot += k) {
    const first = place[slot] ?? -1;
    if (first < 0) continue;
    const area = areaOf[point] ?? 0;
    const walk = straight[slot] ?? -1;
    const lowest = low[area] ?? 1;
    // Most home points are out of reach of their nearest place, or have a second one within, under every factor.
    if (!isWithin(walk, lowest, limitMetres)) continue;
    // Nowhere else to go is as far as can be.
    const next = (place[slot + 1] ?? -1) >= 0 ? (straight[slot + 1] ?? -1) : Infinity;
    const highest = high[area] ?? 1;
    if (isWithin(next, highest, limitMetres)) continue;
    const people = residents[point] ?? 0;
    if (!isWithin(next, lowest, limitMetres)) ifLow[first] = (ifLow[first] ?? 0) + people;
    if (isWithin(walk, highest, limitMetres)) ifHigh[first] = (ifHigh[first] ?? 0) + people;
    const factor = middle[area] ?? 1;
    if (!isWithin(walk, factor, limitMetres) || isWithin(next, factor, limitMetres)) continue;
    ifMiddle[first] = (ifMiddle[first] ?? 0) + people;
    for (const { here, sums } of groups) sums[first] = (sums[first] ?? 0) + (here[point] ?? 0);
  }
  const found: Irreplaceable[] = [];
  for (const [number, lost] of ifMiddle.entries()) {
    if (lost === 0) continue;
    const byGroup = groups.map(({ id, sums }) => [id, sums[number] ?? 0] as const);
    const three = [ifLow[number] ?? 0, lost, ifHigh[number] ?? 0];
    found.push({
      place: number,
      people: lost,
      least: Math.min(...three),
      most: Math.max(...three),
      groups: Object.fromEntries(byGroup) as Irreplaceable['groups'],
    });
  }
  return found.sort((a, b) => b.people - a.people || a.place - b.place);
}
