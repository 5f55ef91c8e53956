import type { Baseline } from '../reach/baseline.ts';
import { detourByArea, isWithin } from '../reach/detour.ts';
import { type NearestLists, nearestOpen } from '../reach/nearest.ts';
import { nearestItMayStand } from '../reach/perhaps.ts';
import type { Closed } from './apply-cuts.ts';
import type { ScenarioReport } from './report.ts';

/**
 * For each closed place known only to within its spread: the most people who might lose out, "between 0 and
 * `most`". It counts everyone for whom it could be within the limit wherever in its spread it stands, and who
 * has no exact place within the limit after the cuts. Errs high: it cannot stand near all of them at once.
 * None of them are in the report's `lost`.
 */
export function approximateCuts(
  baseline: Baseline,
  lists: NearestLists,
  closed: Closed,
  limitMetres: number,
): ScenarioReport['approximate'] {
  const { homePoints, places } = baseline;
  const cut = [...lists.approximate].filter((place) => closed.has(place)).sort((a, b) => a - b);
  if (cut.length === 0) return [];
  const detours = detourByArea(baseline, 'middle');
  const most = cut.map(() => 0);
  homePoints.area.forEach((area, point) => {
    const people = homePoints.residents[point] ?? 0;
    const detour = detours[area] ?? 1;
    const inRange = cut.map((place) =>
      isWithin(nearestItMayStand(baseline, point, place), detour, limitMetres),
    );
    if (people === 0 || !inRange.includes(true)) return;
    const next = nearestOpen(baseline, lists, point, closed);
    if (next.place >= 0 && isWithin(next.straight, detour, limitMetres)) return;
    inRange.forEach((mayReach, index) => {
      if (mayReach) most[index] = (most[index] ?? 0) + people;
    });
  });
  return cut.map((place, index) => ({
    place: places.id[place] ?? '',
    name: places.name[place] ?? '',
    most: most[index] ?? 0,
    why: 'spot' as const,
  }));
}

/**
 * The most people who might lose out by all closed places known only to their village, 0 when there are none. Errs
 * high: people near two of them are in it twice, but never more than live on the map.
 */
export function approximateMost({
  approximate,
  people,
}: Pick<ScenarioReport, 'approximate' | 'people'>): number {
  return Math.min(
    people.total,
    approximate.reduce((sum, each) => sum + each.most, 0),
  );
}
