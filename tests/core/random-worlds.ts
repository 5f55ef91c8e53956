import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import { DAYS, formatWeek, SLOTS } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { type SmallArea, type SmallPlace, smallWorld } from '@kith/core/reach/small-world';
import type { Cut } from '@kith/core/scenario/cut';
import type { Scenario } from '@kith/core/scenario/report';
import fc from 'fast-check';

/** Positions on a coarse grid, so that ties and places on one spot come up all the time; and some off it. */
const metres = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 11 }).map((step) => 400_000 + step * 250) },
  { weight: 1, arbitrary: fc.integer({ min: 400_000, max: 402_750 }) },
);
const tenth = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null);
const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
);
const day = fc.constantFrom('2025-06-30', '2026-01-01', '2026-05-01', '2027-03-31');

const homePoint = fc.record({
  easting: metres,
  northing: metres,
  residents: count,
  aged65Over: count,
  disabled: count,
  livingAlone: count,
  noCar: count,
  households: count,
});
const area = (index: number): fc.Arbitrary<SmallArea> =>
  fc.record({
    code: fc.constant(`A${index}`),
    ruralUrban: fc.constantFrom('urban' as const, 'rural' as const),
    edgeMetres: fc.constantFrom(null, 0, 500, 1500),
    tenths: fc.record({ older: tenth, young: tenth, all: tenth }),
    homePoints: fc.oneof(
      { weight: 1, arbitrary: fc.array(homePoint, { maxLength: 4, size: 'max' }) },
      { weight: 3, arbitrary: fc.array(homePoint, { minLength: 3, maxLength: 5, size: 'max' }) },
    ),
  });

/** Weeks of few different days, so that some are open, some are open in some weeks, and some shut when asked. */
const dayOfHours = fc.constantFrom(
  '.'.repeat(24),
  `${'.'.repeat(9)}${'o'.repeat(8)}${'.'.repeat(7)}`,
  `${'.'.repeat(18)}${'o'.repeat(3)}${'.'.repeat(3)}`,
  `${'.'.repeat(18)}${'s'.repeat(3)}${'.'.repeat(3)}`,
  `${'.'.repeat(9)}${'s'.repeat(4)}${'o'.repeat(4)}${'.'.repeat(7)}`,
);
const week = fc.array(dayOfHours, { minLength: 7, maxLength: 7 }).map((days) => days.join(''));
const when = fc
  .record({
    days: fc.subarray([...DAYS], { minLength: 1, maxLength: 3 }),
    from: fc.constantFrom(0, 9, 12, 18),
    hours: fc.constantFrom(1, 3, 6),
  })
  .map(({ days, from, hours }) => ({ days, from, to: from + hours }));

const KINDS = KIND_IDS.slice(0, 3);
const place = fc.record({
  kind: fc.constantFrom(...KINDS),
  status: fc.oneof(
    { weight: 12, arbitrary: fc.constant('open' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('closed' as const, 'temporarily-closed' as const, 'unknown' as const),
    },
  ),
  easting: metres,
  northing: metres,
  spreadMetres: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(600, 250) },
  ),
  outside: fc.oneof(
    { weight: 12, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  week: fc.oneof({ weight: 4, arbitrary: week }, { weight: 1, arbitrary: fc.constant(null) }),
  checkedOn: fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) }),
  stale: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const placesOf = (sizes: { minLength?: number; maxLength: number }) =>
  fc.array(place, { ...sizes, size: 'max' });

/** Small worlds: no to six areas, some empty of people; none, one or up to 14 places, not in the order of ids. */
const worlds: fc.Arbitrary<Baseline> = fc
  .record({
    areas: fc
      .constantFrom(0, 1, 3, 4, 5, 6, 6, 6)
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => area(i)))),
    places: fc.oneof(
      { weight: 1, arbitrary: placesOf({ maxLength: 0 }) },
      { weight: 1, arbitrary: placesOf({ minLength: 1, maxLength: 1 }) },
      { weight: 10, arbitrary: placesOf({ minLength: 2, maxLength: 14 }) },
    ),
    order: fc.integer({ min: 0, max: 13 }),
  })
  .map(({ areas, places, order }) =>
    smallWorld({
      areas,
      places: places.map((each, index): SmallPlace => ({ ...each, id: `p${(index * 5 + order) % 14}` })),
    }),
  );

/** The part of a week that a shortened place keeps: by days, by hours, or open hours made those of some weeks. */
function keepsOf(known: string | null, how: number): string | null {
  const from = known ?? 'o'.repeat(SLOTS);
  const kept = [...from].map((state, slot) => {
    if (how === 0) return slot < 72 ? state : '.';
    if (how === 1) return slot % 24 < 18 ? state : '.';
    if (how === 2) return slot % 24 >= 12 ? state : '.';
    return state === 'o' ? 's' : state;
  });
  const keeps = kept.join('');
  return keeps === from || formatWeek(keeps) === 'none' ? null : keeps;
}

/** Up to ten cuts of all four types that can be played: of open places inside the map, none twice. */
function cutsOn(world: Baseline, kinds: readonly Kind[]): fc.Arbitrary<Cut[]> {
  const cuttable = world.places.id.filter(
    (_, index) => world.places.status[index] === 'open' && world.places.outside[index] === false,
  );
  const most = Math.min(9, cuttable.length);
  const weekOf = (id: string) => world.weeks[world.places.week[world.places.id.indexOf(id)] ?? -1] ?? null;
  const isolated = fc.record({
    how: fc.constantFrom('close', 'close', 'shorten', 'grant-a', 'grant-b'),
    keeps: fc.integer({ min: 0, max: 3 }),
    replaced: fc.boolean(),
  });
  const fresh = fc.record({
    kind: fc.constantFrom(...kinds),
    easting: metres,
    northing: metres,
    week: fc.oneof({ weight: 4, arbitrary: week }, { weight: 1, arbitrary: fc.constant(null) }),
  });
  return fc
    .record({
      chosen: fc.oneof(
        { weight: 1, arbitrary: fc.shuffledSubarray(cuttable, { maxLength: most }) },
        { weight: 1, arbitrary: fc.shuffledSubarray(cuttable, { minLength: most, maxLength: most }) },
      ),
      how: fc.array(isolated, { minLength: 9, maxLength: 9 }),
      grants: fc.array(fc.option(day), { minLength: 2, maxLength: 2 }),
      fresh: fc.oneof(fc.constant([]), fc.array(fresh, { minLength: 1, maxLength: 3 })),
      turn: fc.boolean(),
    })
    .map(({ chosen, how, grants, fresh: sites, turn }) => {
      const cuts: Cut[] = [];
      const paid = { 'grant-a': [] as string[], 'grant-b': [] as string[] };
      const replaced = new Set<string>();
      for (const [at, id] of chosen.entries()) {
        const { how: type = 'close', keeps: part = 0, replaced: isReplaced = false } = how[at] ?? {};
        if (type === 'grant-a' || type === 'grant-b') {
          paid[type].push(id);
          if (isReplaced) replaced.add(id);
          continue;
        }
        const keeps = type === 'shorten' ? keepsOf(weekOf(id), part) : null;
        cuts.push(keeps === null ? { type: 'close', place: id } : { type: 'shorten', place: id, keeps });
      }
      for (const [at, places] of [paid['grant-a'], paid['grant-b']].entries())
        if (places.length > 0)
          cuts.push({
            type: 'end-grant',
            grant: `Grant ${at + 1}`,
            endsOn: grants[at] ?? null,
            places,
            replaced: places.filter((id) => replaced.has(id)),
          });
      for (const [at, site] of sites.slice(0, 10 - cuts.length).entries())
        cuts.push({ type: 'open', site: `new-${at + 1}`, name: `New ${at + 1}`, ...site });
      return turn ? cuts.reverse() : cuts;
    });
}

/** A world and a scenario that can be played on it. */
export const playable: fc.Arbitrary<{ world: Baseline; scenario: Scenario }> = fc
  .record({
    world: worlds,
    kinds: fc.oneof(
      fc.shuffledSubarray(KINDS, { minLength: 3 }),
      fc.shuffledSubarray(KINDS, { minLength: 1 }),
    ),
  })
  .chain(({ world, kinds }) =>
    fc.record({
      world: fc.constant(world),
      scenario: fc.record({
        patch: fc.constant('leicestershire' as const),
        kinds: fc.constant(kinds),
        minutes: fc.constantFrom(5, 7, 10, 15, 20, 30),
        pace: fc.constantFrom('planner' as const, 'over-65' as const, 'slow' as const),
        metres: fc.oneof(
          { weight: 2, arbitrary: fc.constant(null) },
          fc.constantFrom(325, 650, 1300, 2600, 6000),
        ),
        lens: fc.constantFrom('older' as const, 'young' as const, 'all' as const),
        when: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: when }),
        someWeeks: fc.boolean(),
        checkedSince: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
        on: fc.option(day, { freq: 2 }),
        cuts: cutsOn(world, kinds),
      }),
    }),
  );
