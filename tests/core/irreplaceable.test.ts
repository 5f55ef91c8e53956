import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { limitMetres } from '@kith/core/reach/walk';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario } from '@kith/core/scenario/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playable } from './random-worlds.ts';

const GROUPS = ['aged65Over', 'disabled', 'livingAlone', 'noCar'] as const;
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** Whether a place counts, worked out from what the words say and sharing no code with the engine. */
function counts({ places, weeks }: Baseline, at: number, asked: Scenario): boolean {
  if (places.status[at] !== 'open' || places.spreadMetres[at] !== 0 || places.stale[at]) return false;
  if (!(asked.kinds as string[]).includes(places.kind[at] as string)) return false;
  if (asked.checkedSince !== null && (places.checkedOn[at] ?? '') < asked.checkedSince) return false;
  const { when } = asked;
  if (when === null) return true;
  const week = weeks[places.week[at] ?? -1] ?? '';
  const hours = when.days.flatMap((day) => [
    ...week.slice(DAYS.indexOf(day) * 24 + when.from, DAYS.indexOf(day) * 24 + when.to),
  ]);
  return hours.includes('o') || (asked.someWeeks && hours.includes('s'));
}

/** The long way: every home point that has exactly one place within the limit stands or falls with it. */
function bruteAlone(world: Baseline, asked: Scenario, limit: number) {
  const { places, homePoints, areas } = world;
  const counting = [...places.id.keys()].filter((at) => counts(world, at, asked));
  const byPlace = new Map<number, { people: number; groups: Record<string, number> }>();
  const onlyOne = (home: number, factor: number): number | null => {
    const within = counting.filter((at) => {
      const east = (places.easting[at] as number) - (homePoints.easting[home] as number);
      const north = (places.northing[at] as number) - (homePoints.northing[home] as number);
      return Math.sqrt(east * east + north * north) * factor <= limit;
    });
    return within.length === 1 ? (within[0] as number) : null;
  };
  const factors = (area: number): readonly number[] =>
    areas.ruralUrban[area] === 'rural' ? [1.3, 1.4, 1.5] : [1.2, 1.3, 1.4];
  const three = (place: number): number[] =>
    [0, 1, 2].map((which) =>
      homePoints.area.reduce((sum, area, home) => {
        const alone = onlyOne(home, factors(area)[which] as number) === place;
        return alone ? sum + (homePoints.residents[home] as number) : sum;
      }, 0),
    );
  homePoints.area.forEach((area, home) => {
    const place = onlyOne(home, factors(area)[1] as number);
    if (place === null) return;
    const sum = byPlace.get(place) ?? { people: 0, groups: Object.fromEntries(GROUPS.map((id) => [id, 0])) };
    sum.people += homePoints.residents[home] as number;
    for (const id of GROUPS) sum.groups[id] = (sum.groups[id] as number) + (homePoints[id][home] as number);
    byPlace.set(place, sum);
  });
  return [...byPlace]
    .map(([place, sum]) => ({
      place,
      ...sum,
      least: Math.min(...three(place)),
      most: Math.max(...three(place)),
    }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || a.place - b.place);
}

describe('irreplaceable places', () => {
  it('are what the long way finds, with their groups, on random small worlds', () => {
    let found = 0;
    let banded = 0;
    fc.assert(
      fc.property(playable, fc.integer({ min: 2, max: 9 }), ({ world, scenario }, k) => {
        const { kinds, when, someWeeks, checkedSince } = scenario;
        const lists = buildNearest(world, { kinds, when, someWeeks, checkedSince, k });
        const limit = scenario.metres ?? limitMetres(scenario.minutes, scenario.pace);
        const expected = bruteAlone(world, scenario, limit);
        found += expected.length;
        banded += expected.filter(({ least, most }) => least < most).length;
        expect(irreplaceable(world, lists, limit)).toEqual(expected);
      }),
      { numRuns: 1_000, seed: 4 },
    );
    expect(found).toBeGreaterThan(200);
    expect(banded).toBeGreaterThan(20);
  });
});
