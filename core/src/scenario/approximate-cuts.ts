import type { ScenarioReport } from './report.ts';

/**
 * The most people who might lose out by all cut places that only may count, 0 when there are none. Errs high: people
 * near two of them are in it twice, but never more than live on the map.
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
