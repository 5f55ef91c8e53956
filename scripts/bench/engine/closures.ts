import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildTree, nearestInTree } from '@kith/core/reach/nearest-tree';
import type { Scenario } from '@kith/core/scenario/report';
import { smallScenario } from '@kith/core/scenario/small-scenario';
import { steadyChance } from '../../house/steady-chance.ts';

/** The most places that one scenario closes. */
export const MOST_CLOSED = 10;

/**
 * Closures to time, the same on every run: of one to ten places, each kind in its turn. In half of them the places lie
 * anywhere; in the other half they are neighbours, as when one council closes ten, which touches the same homes again.
 */
export function randomClosures(world: Baseline, kinds: readonly Kind[], count: number, seed: number) {
  const { places } = world;
  const chance = steadyChance(seed);
  const byKind = kinds
    .map((kind) =>
      [...places.id.keys()].filter(
        (at) => places.kind[at] === kind && places.status[at] === 'open' && places.outside[at] !== true,
      ),
    )
    .filter((numbers) => numbers.length > 0)
    .map((numbers) => ({ numbers, tree: buildTree(numbers, places.easting, places.northing) }));
  return Array.from({ length: count }, (_, nth) => {
    const size = 1 + Math.floor(chance() * MOST_CLOSED);
    const closed = new Set<number>();
    const pick = (from = 0) => {
      const { numbers = [] } = byKind[(nth + from) % byKind.length] ?? {};
      return numbers[Math.floor(chance() * numbers.length)] ?? 0;
    };
    if (nth % 4 < 2) for (let at = 0; at < size; at++) closed.add(pick(at));
    else {
      const middle = pick();
      const found = new Int32Array(size).fill(middle);
      const { tree } = byKind[nth % byKind.length] ?? {};
      const [east, north] = [places.easting[middle] ?? 0, places.northing[middle] ?? 0];
      if (tree) nearestInTree(tree, east, north, size, found, new Float64Array(size), 0);
      for (const each of found) closed.add(each);
    }
    return closing(world, kinds, [...closed]);
  });
}

/** The closing of some places (their numbers), as it is asked about on screen: 15 minutes at the planner's pace. */
export function closing(world: Baseline, kinds: readonly Kind[], places: readonly number[]): Scenario {
  return smallScenario({
    patch: world.patch,
    kinds: [...kinds],
    cuts: places.map((place) => ({ type: 'close', place: world.places.id[place] ?? '' })),
  });
}

/** The numbers of the places that such a scenario closes. */
export function closedIn(world: Baseline, { cuts }: Scenario): ReadonlySet<number> {
  return new Set(cuts.flatMap((cut) => (cut.type === 'close' ? [world.places.id.indexOf(cut.place)] : [])));
}

/** The same and three new places, at homes somewhere on the map: which, hangs on what is closed. */
export function withNewPlaces(world: Baseline, scenario: Scenario): Scenario {
  const { easting, northing } = world.homePoints;
  const [first = 0] = closedIn(world, scenario);
  const opened = [1, 2, 3].map((nth) => {
    const at = (first * 31 + nth * 7_919) % easting.length;
    return {
      type: 'open' as const,
      site: `new-${nth}`,
      name: `New place ${nth}`,
      kind: scenario.kinds[0] ?? 'library',
      easting: easting[at] ?? 0,
      northing: northing[at] ?? 0,
      week: null,
    };
  });
  return { ...scenario, cuts: [...scenario.cuts, ...opened] };
}
