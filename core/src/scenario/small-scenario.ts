import type { Scenario } from './report.ts';

/**
 * Libraries in 15 minutes at the planner's pace, at any time, with nothing cut: what a screen asks first, with what is
 * said changed. For tests and benches, beside `smallWorld`.
 */
export function smallScenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    patch: 'leicestershire',
    kinds: ['library'],
    minutes: 15,
    pace: 'planner',
    metres: null,
    lens: 'all',
    when: null,
    someWeeks: false,
    checkedSince: null,
    on: null,
    cuts: [],
    ...changes,
  };
}
