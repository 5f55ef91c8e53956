import { KIND_IDS } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { type SmallArea, type SmallPlace, smallWorld } from '@kith/core/reach/small-world';
import type { Scenario } from '@kith/core/scenario/report';
import fc from 'fast-check';

/** Positions on a coarse grid, so that ties and places on one spot come up all the time; and some off it. */
const metres = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 8 }).map((step) => 400_000 + step * 250) },
  { weight: 1, arbitrary: fc.integer({ min: 400_000, max: 402_000 }) },
);
const fifth = fc.constantFrom(1, 2, 3, 4, 5, null);
const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
);

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
    fifths: fc.record({ older: fifth, young: fifth, all: fifth }),
    homePoints: fc.array(homePoint, { maxLength: 4, size: 'max' }),
  });
const KINDS = KIND_IDS.slice(0, 3);
const place = fc.record({
  kind: fc.constantFrom(...KINDS),
  status: fc.oneof(
    { weight: 6, arbitrary: fc.constant('open' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('closed' as const, 'temporarily-closed' as const, 'unknown' as const),
    },
  ),
  easting: metres,
  northing: metres,
  spreadMetres: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(600) },
  ),
  outside: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** Small worlds: no to six areas, some empty of people; no to twelve places, in an order that is not that of ids. */
const worlds: fc.Arbitrary<Baseline> = fc
  .record({
    areas: fc
      .integer({ min: 0, max: 6 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => area(i)))),
    places: fc.array(place, { maxLength: 12, size: 'max' }),
    order: fc.integer({ min: 0, max: 11 }),
  })
  .map(({ areas, places, order }) =>
    smallWorld({
      areas,
      places: places.map((each, index): SmallPlace => ({ ...each, id: `p${(index * 7 + order) % 12}` })),
    }),
  );

/** A world and a scenario that can be played on it: its cuts are of open places inside the map, none twice. */
export const playable: fc.Arbitrary<{ world: Baseline; scenario: Scenario }> = worlds.chain((world) => {
  const closable = world.places.id.filter(
    (_, index) => world.places.status[index] === 'open' && world.places.outside[index] === false,
  );
  const cuts = fc
    .shuffledSubarray(closable)
    .map((ids) => ids.map((id) => ({ type: 'close' as const, place: id })));
  return fc.record({
    world: fc.constant(world),
    scenario: fc.record({
      patch: fc.constant('leicestershire' as const),
      kinds: fc.oneof(
        fc.shuffledSubarray(KINDS, { minLength: 3 }),
        fc.shuffledSubarray(KINDS, { minLength: 1 }),
      ),
      minutes: fc.constantFrom(5, 7, 10, 15, 20, 30),
      pace: fc.constantFrom('planner' as const, 'over-65' as const, 'slow' as const),
      metres: fc.constant(null),
      lens: fc.constantFrom('older' as const, 'young' as const, 'all' as const),
      when: fc.constant(null),
      someWeeks: fc.constant(false),
      checkedSince: fc.constant(null),
      on: fc.constant(null),
      cuts,
    }),
  });
});
