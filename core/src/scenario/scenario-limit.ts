import { limitMetres } from '../reach/walk.ts';
import type { Scenario } from './report.ts';

/** The least and the longest limit that may be given in walking metres; 60 minutes are 4,000 m at most. */
export const LIMIT_METRES = { least: 50, most: 20_000 } as const;

/** The limit of a scenario in walking metres: given as such, or as minutes at a pace. It includes its end. */
export function scenarioLimit({
  metres,
  minutes,
  pace,
}: Pick<Scenario, 'metres' | 'minutes' | 'pace'>): number {
  return metres ?? limitMetres(minutes, pace);
}
