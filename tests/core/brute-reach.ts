import type { Baseline } from '@kith/core/reach/baseline';
import type { Scenario } from '@kith/core/scenario/report';
import { allPlaces } from './brute-force.ts';

/**
 * People within the limit per area with the least and the most of the three detour factors, the long way: every home
 * point against every place. Shares no code with the engine.
 */
export function bruteBand(world: Baseline, scenario: Scenario, limit: number) {
  const factors = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] };
  const { homePoints } = world;
  const exact = allPlaces(world, scenario).filter((place) => place.before === 'yes');
  const byArea = world.areas.code.map((_, area) =>
    factors[world.areas.ruralUrban[area] as 'urban' | 'rural'].map((factor) => {
      let people = 0;
      homePoints.area.forEach((of, home) => {
        if (of !== area) return;
        const x = homePoints.easting[home] as number;
        const y = homePoints.northing[home] as number;
        const reached = exact.some(
          (place) => Math.sqrt((place.x - x) ** 2 + (place.y - y) ** 2) * factor <= limit,
        );
        if (reached) people += homePoints.residents[home] as number;
      });
      return people;
    }),
  );
  return {
    within: byArea.map((counts) => counts[1] as number),
    withinLeast: byArea.map((counts) => Math.min(...counts)),
    withinMost: byArea.map((counts) => Math.max(...counts)),
  };
}
