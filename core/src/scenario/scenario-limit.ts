import { limitMetres } from '../reach/walk.ts';
import type { Scenario } from './report.ts';

/** The limit of a scenario in walking metres: given as such, or as minutes at a pace. It includes its end. */
export function scenarioLimit({
  metres,
  minutes,
  pace,
}: Pick<Scenario, 'metres' | 'minutes' | 'pace'>): number {
  return metres ?? limitMetres(minutes, pace);
}
