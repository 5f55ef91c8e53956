import { KIND_IDS } from '@kith/core/place/kinds';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { smallWorld } from '@kith/core/reach/small-world';
import { describe, expect, it } from 'vitest';
import { nearOfKind, reachOfKinds } from './whole-reach.ts';

/** Whole numbers from a seed, so close together that many places tie. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function world(seed: number) {
  const next = numbers(seed);
  return smallWorld({
    patch: 'all',
    areas: Array.from({ length: 12 }, (_, area) => ({
      code: `A${area}`,
      ruralUrban: next(2) === 0 ? ('rural' as const) : ('urban' as const),
      edgeMetres: next(3) === 0 ? null : next(3_000),
      homePoints: Array.from({ length: next(4) }, () => ({
        easting: 100 * next(20),
        northing: 100 * next(20),
        residents: next(50),
      })),
    })),
    places: Array.from({ length: next(40) }, (_, place) => ({
      id: `${next(100)}-${place}`,
      kind: KIND_IDS[next(4)] ?? 'library',
      status: next(4) === 0 ? ('closed' as const) : ('open' as const),
      easting: 100 * next(20),
      northing: 100 * next(20),
      spreadMetres: next(5) === 0 ? 600 : 0,
    })),
  });
}

describe('reach put together of what is nearest of each kind', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'is reach over all of them: world %i',
    (seed) => {
      const baseline = world(seed);
      const { places, ...homes } = baseline;
      const kinds = KIND_IDS.filter((_, at) => ((seed >> at) & 1) === 1).slice(0, 4);
      const asked = kinds.length === 0 ? [...KIND_IDS] : kinds;
      const near = asked.map((kind) => {
        const at = places.kind.flatMap((each, place) => (each === kind ? [place] : []));
        const own = Object.fromEntries(
          Object.entries(places).map(([name, column]) => [name, at.map((place) => column[place])]),
        ) as typeof places;
        return nearOfKind(homes, kind, own);
      });
      for (const limit of [300, 700, 1_500]) {
        const whole = reachByArea(baseline, buildNearest(baseline, { kinds: asked, k: 2 }), limit);
        expect(reachOfKinds(homes, near, limit)).toEqual(whole);
      }
    },
  );
});
