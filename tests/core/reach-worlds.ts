import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_IDS } from '@kith/core/place/kinds';
import { parseWeek } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { type SmallArea, type SmallPlace, type SmallWorld, smallWorld } from '@kith/core/reach/small-world';
import fc from 'fast-check';

/** A coarse grid, so that ties and places on one spot are common; home points and places share it. */
const metres = fc.integer({ min: 0, max: 6 }).map((step) => 400_000 + step * 300);
const people = fc.integer({ min: 0, max: 30 });
/** Hours at the ends of the week and of the day, of some weeks only, none at all, and not known. */
const WEEKS = [
  null,
  'none',
  'mo0-1',
  'su23-24',
  'tu9-17',
  'tu18-21s',
  'mo9-12.tu17-20.sa10-12s',
  'we0-24',
  'tu9-17s.we9-17',
];

const area = (index: number): fc.Arbitrary<SmallArea> =>
  fc.record({
    code: fc.constant(`A${index}`),
    ruralUrban: fc.constantFrom('urban' as const, 'rural' as const),
    homePoints: fc.array(fc.record({ easting: metres, northing: metres, residents: people }), {
      maxLength: 4,
    }),
  });

export const KINDS = KIND_IDS.slice(0, 2);
const place = fc.record({
  kind: fc.constantFrom(...KINDS),
  status: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const),
  easting: metres,
  northing: metres,
  spreadMetres: fc.constantFrom(0, 0, 0, 600),
  week: fc.constantFrom(...WEEKS),
  checkedOn: fc.constantFrom(null, '2025-06-01', '2026-01-31'),
  stale: fc.constantFrom(false, false, false, true),
});

/** Small worlds with hours and check dates. */
export const weekWorlds: fc.Arbitrary<Baseline> = fc
  .record({
    areas: fc
      .integer({ min: 0, max: 4 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => area(i)))),
    places: fc.array(place, { maxLength: 9, size: 'max' }),
  })
  .map(({ areas, places }) =>
    smallWorld({ areas, places: places.map((each, at): SmallPlace => ({ ...each, id: `p${at}` })) }),
  );

export const LIMITS = [0, 300, 390, 420, 800, 1250];

/** Straight metres from a home point to a spot, the long way; shares no code with the engine. */
export function straightFrom({ homePoints }: Baseline, point: number, east: number, north: number): number {
  const dx = (homePoints.easting[point] as number) - east;
  const dy = (homePoints.northing[point] as number) - north;
  return Math.sqrt(dx ** 2 + dy ** 2);
}

/** The detour factor of a home point: 0 low, 1 middle, 2 high. */
export function factorOf({ areas, homePoints }: Baseline, point: number, end = 1): number {
  const factors = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] };
  return factors[areas.ruralUrban[homePoints.area[point] as number] as 'urban' | 'rural'][end] as number;
}

/** The week of a place as 168 characters, or null where it is not known. */
export function weekOf(world: Baseline, place: number): string | null {
  return world.weeks[world.places.week[place] ?? -1] ?? null;
}

export const week = (text: string): string => {
  const parsed = parseWeek(text);
  if (parsed === null) throw new Error(`no week: ${text}`);
  return parsed;
};

/** The town of tests/fixtures/tiny-town, with hours and check dates where a test gives them, by the id of the place. */
export function tinyTown(
  hours: Record<string, Pick<SmallPlace, 'week' | 'checkedOn' | 'stale'>> = {},
): Baseline {
  const file = join(import.meta.dirname, '..', 'fixtures', 'tiny-town', 'tiny-town.json');
  const town = JSON.parse(readFileSync(file, 'utf8')) as SmallWorld;
  return smallWorld({ ...town, places: town.places.map((each) => ({ ...each, ...hours[each.id] })) });
}
