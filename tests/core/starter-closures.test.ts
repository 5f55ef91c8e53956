import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterLibraries } from './starter-libraries.ts';
import { scenarioOf } from './worlds.ts';

const world = starterLibraries();
const lists = buildNearest(world, { kinds: ['library'] });
const closable = world.places.id.filter(
  (_, at) => world.places.status[at] === 'open' && world.places.outside[at] === false,
);

/** People within a limit of any open library but the closed ones: every home point against every library. */
function peopleWithin(
  { areas, homePoints, places }: Baseline,
  closed: readonly string[],
  limit: number,
): boolean[] {
  const open = places.id.flatMap((id, at) =>
    places.status[at] === 'open' && !closed.includes(id) ? [at] : [],
  );
  return homePoints.area.map((area, point) => {
    const detour = areas.ruralUrban[area] === 'rural' ? 1.4 : 1.3;
    return open.some((at) => {
      const dx = (homePoints.easting[point] as number) - (places.easting[at] as number);
      const dy = (homePoints.northing[point] as number) - (places.northing[at] as number);
      return Math.sqrt(dx * dx + dy * dy) * detour <= limit;
    });
  });
}

function bruteLost(closed: readonly string[], limit: number): number {
  const before = peopleWithin(world, [], limit);
  const after = peopleWithin(world, closed, limit);
  return world.homePoints.residents.reduce(
    (sum, people, point) => sum + (before[point] && !after[point] ? people : 0),
    0,
  );
}

describe('closures on the starter equal a brute-force count, exactly', () => {
  const random = fc.sample(fc.constantFrom(...closable), { numRuns: 10, seed: 2026 });

  it.each(random)('closing %s', (place) => {
    const report = compare(world, lists, scenarioOf([place], { minutes: 20 }));
    expect(report.people.lost.middle).toBe(bruteLost([place], 20_000 / 15));
  });

  it('closing ten at once, half of them at once, and all of them', () => {
    for (const close of [[...new Set(random)], closable.filter((_, at) => at % 2 === 0), closable]) {
      const report = compare(world, lists, scenarioOf(close, { minutes: 30 }));
      expect(report.people.lost.middle).toBe(bruteLost(close, 2000));
      expect(report.people.lost.middle).toBeGreaterThan(0);
    }
  });

  it('the hardest to replace is what its closing alone takes', () => {
    const inside = irreplaceable(world, lists, 1000).filter(({ place }) => !world.places.outside[place]);
    for (const { place, people } of inside.slice(0, 5)) {
      expect(people).toBe(bruteLost([world.places.id[place] as string], 1000));
    }
    expect(inside.length).toBeGreaterThan(20);
  });
});
