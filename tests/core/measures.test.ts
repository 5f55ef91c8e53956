import { areaCatchment } from '@kith/core/reach/area-catchment';
import type { Baseline } from '@kith/core/reach/baseline';
import { type Decay, decayWeight, E2SFCA_STEPS } from '@kith/core/reach/decay';
import { metresOf } from '@kith/core/reach/limit';
import { reachMeasures } from '@kith/core/reach/measures';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorOf, KINDS, LIMITS, straightFrom, tinyTown, weekOf, weekWorlds } from './reach-worlds.ts';

interface Asked {
  readonly kinds: typeof KINDS;
  readonly slot: number | null;
  readonly someWeeks: boolean;
  readonly checkedSince: string | null;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  kinds: fc.constantFrom(KINDS, KINDS.slice(0, 1)),
  slot: fc.constantFrom(null, null, 0, 33, 42, 57, 167),
  someWeeks: fc.boolean(),
  checkedSince: fc.constantFrom(null, null, '2025-06-01', '2025-12-31'),
});
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const whenOf = (slot: number | null) =>
  slot === null
    ? null
    : { days: [DAYS[Math.floor(slot / 24)] ?? 'mo'], from: slot % 24, to: (slot % 24) + 1 };

/** What a place answers, written out from the method. */
function answer(world: Baseline, place: number, { kinds, slot, someWeeks, checkedSince }: Asked) {
  const { places } = world;
  if (places.status[place] !== 'open' || !kinds.includes(places.kind[place] as never)) return 'no';
  const hours = weekOf(world, place);
  const then = slot === null ? 'o' : hours === null ? '?' : (hours[slot] as string);
  if (then === '.') return 'no';
  const checked = places.checkedOn[place] ?? null;
  const fresh = checkedSince === null || (checked !== null && checked >= checkedSince);
  const sure = (then === 'o' || (then === 's' && someWeeks)) && places.stale[place] === false;
  return sure && fresh && places.spreadMetres[place] === 0 ? 'yes' : 'perhaps';
}

/** Every home point against every place. */
function brute(world: Baseline, question: Asked, limit: number, end = 1) {
  const { places, homePoints } = world;
  const numbers = [...places.id.keys()];
  return homePoints.area.map((area, point) => {
    const factor = factorOf(world, point, end);
    const straight = (place: number) =>
      straightFrom(world, point, places.easting[place] as number, places.northing[place] as number);
    const walk = (place: number) => straight(place) * factor;
    const sure = numbers.filter((place) => answer(world, place, question) === 'yes');
    const within = sure.filter((place) => walk(place) <= limit).length;
    const perhaps = numbers.some(
      (place) =>
        answer(world, place, question) === 'perhaps' &&
        (straight(place) - (places.spreadMetres[place] as number)) * factor <= limit,
    );
    return {
      area,
      people: homePoints.residents[point] as number,
      within,
      answer: within > 0 ? 'yes' : perhaps ? 'perhaps' : 'no',
      walks: sure.map((place) => walk(place)).sort((a, b) => a - b),
      placesInReach: sure.map((place) => ({ place, walk: walk(place) })).filter((each) => each.walk <= limit),
    };
  });
}

const played = fc.record({ world: weekWorlds, question: asked, limit: fc.constantFrom(...LIMITS) });
const listsOf = (world: Baseline, { slot, ...rest }: Asked, k?: number) =>
  buildNearest(world, { ...rest, when: whenOf(slot), ...(k === undefined ? {} : { k }) });

describe('reachMeasures equals brute force', () => {
  it('in every count and every mean, at each end of the band', () => {
    fc.assert(
      fc.property(played, fc.constantFrom(0, 1, 2), ({ world, question, limit }, end) => {
        const homes = brute(world, question, limit, end);
        const ends = ['low', 'middle', 'high'] as const;
        const measures = reachMeasures(world, listsOf(world, question, 3), { metres: limit }, ends[end]);
        expect([...measures.placesWithin]).toEqual(homes.map((home) => home.within));
        world.areas.code.forEach((_, area) => {
          const here = homes.filter((home) => home.area === area && home.people > 0);
          const sum = (of: (home: (typeof here)[number]) => number) =>
            here.reduce((all, home) => all + home.people * of(home), 0);
          const all = sum(() => 1);
          for (const each of ['yes', 'perhaps', 'no'] as const)
            expect(measures[each][area]).toBe(sum((home) => (home.answer === each ? 1 : 0)));
          expect(measures.residents[area]).toBe(all);
          expect(measures.placesPerPerson[area]).toBe(all === 0 ? null : sum((home) => home.within) / all);
          for (const rank of [0, 1, 2]) {
            const none = all === 0 || here.some((home) => home.walks.length <= rank);
            expect(measures.nearestMetres[rank]?.[area]).toBe(
              none ? null : Math.round(sum((home) => Math.round(home.walks[rank] as number)) / all),
            );
          }
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('and agrees with reachByArea, for any day and hour, freshness and some weeks', () => {
    fc.assert(
      fc.property(played, ({ world, question, limit }) => {
        const lists = listsOf(world, question);
        const measures = reachMeasures(world, lists, { metres: limit });
        const columns = reachByArea(world, lists, limit);
        expect(columns.within).toEqual(measures.yes);
        expect(columns.perhaps).toEqual(measures.perhaps);
        expect(columns.nearestMetres).toEqual(measures.nearestMetres[0]);
        expect(columns.secondMetres).toEqual(measures.nearestMetres[1]);
      }),
      { numRuns: 300 },
    );
  });

  it('and every person is in exactly one of the three answers', () => {
    fc.assert(
      fc.property(played, ({ world, question, limit }) => {
        const { yes, perhaps, no } = reachMeasures(world, listsOf(world, question), { metres: limit });
        world.areas.residents.forEach((all, area) => {
          expect((yes[area] ?? 0) + (perhaps[area] ?? 0) + (no[area] ?? 0)).toBe(all);
        });
      }),
    );
  });
});

describe('areaCatchment', () => {
  const decays: readonly Decay[] = [
    { type: 'gaussian', sigma: 400 },
    { type: 'gravity', scale: 400, alpha: -2, min: 50 },
    {
      type: 'steps',
      steps: [
        { to: 400, weight: 1 },
        { to: 900, weight: 0.68 },
      ],
    },
    E2SFCA_STEPS,
  ];

  it('equals the two steps written out over every home point and place', () => {
    fc.assert(
      fc.property(played, fc.constantFrom(...decays), ({ world, question, limit }, decay) => {
        const homes = brute(world, question, limit);
        const supply = (place: number) => place + 1;
        const shared = new Map<number, number>();
        for (const { people, placesInReach } of homes)
          for (const { place, walk } of placesInReach)
            shared.set(place, (shared.get(place) ?? 0) + people * decayWeight(decay, walk));
        const access = homes.map(({ placesInReach }) =>
          placesInReach.reduce((sum, { place, walk }) => {
            const all = shared.get(place) as number;
            return all === 0 ? sum : sum + (supply(place) / all) * decayWeight(decay, walk);
          }, 0),
        );
        const found = areaCatchment(world, listsOf(world, question), { metres: limit }, decay, supply);
        expect(found.homePoints).toHaveLength(homes.length);
        for (const [point, each] of access.entries()) expect(found.homePoints[point]).toBeCloseTo(each, 9);
        const used = [...shared].reduce((sum, [place, all]) => (all > 0 ? sum + supply(place) : sum), 0);
        expect(found.total).toBeCloseTo(used, 9);
        world.areas.code.forEach((_, area) => {
          const here = homes.flatMap((home, point) => (home.area === area ? [{ home, point }] : []));
          const all = here.reduce((sum, { home }) => sum + home.people, 0);
          const sum = here.reduce((to, { home, point }) => to + home.people * (access[point] as number), 0);
          if (all === 0) expect(found.access[area]).toBeNull();
          else expect(found.access[area]).toBeCloseTo(sum / all, 9);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('refuses 1 / cost where a place lies on a home point', () => {
    const town = tinyTown();
    const lists = buildNearest(town, { kinds: ['library'] });
    expect(() => areaCatchment(town, lists, { metres: 2000 }, { type: 'inverse' })).toThrow(/cost of 0/);
  });
});

describe('in tiny town', () => {
  const town = tinyTown();
  const lists = buildNearest(town, { kinds: ['library', 'cafe', 'hall'] });

  it('limits are metres or minutes, the same either way', () => {
    expect(metresOf({ minutes: 30, pace: 'planner' })).toBe(2000);
    expect(reachMeasures(town, lists, { minutes: 30, pace: 'planner' })).toEqual(
      reachMeasures(town, lists, { metres: 2000 }),
    );
  });

  it('counts places in reach; the hall is perhaps and never counted', () => {
    const measures = reachMeasures(town, lists, { metres: 2000 });
    // A1 old and cafe; A2 and B cafe and old, C mill and cafe, D cafe, E cafe and mill.
    expect(measures.placesPerPerson).toEqual([2, 2, 2, 1, 2, null]);
    expect(measures.yes).toEqual([100, 100, 80, 50, 30, 0]);
    const halls = reachMeasures(town, buildNearest(town, { kinds: ['hall'] }), { metres: 2000 });
    expect(halls).toMatchObject({
      yes: [0, 0, 0, 0, 0, 0],
      perhaps: [0, 0, 80, 50, 30, 0],
      no: [100, 100, 0, 0, 0, 0],
    });
    expect(halls.nearestMetres[0]).toEqual([null, null, null, null, null, null]);
  });

  it('shares what there is over those who reach it', () => {
    const { access, total } = areaCatchment(
      town,
      buildNearest(town, { kinds: ['cafe'] }),
      { metres: 1400 },
      { type: 'steps', steps: [{ to: 1400, weight: 1 }] },
    );
    // A2 40, B 100 and E 30 share one café; of A's 100 people 60 are too far.
    const one = expect.closeTo(1 / 170, 12);
    expect(access).toEqual([expect.closeTo(40 / 170 / 100, 12), one, 0, 0, one, null]);
    expect(total).toBeCloseTo(1, 12);
  });
});
