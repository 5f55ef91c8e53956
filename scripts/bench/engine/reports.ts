import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import type { Scenario } from '@kith/core/scenario/report';
import { timed } from './timing.ts';

const WARM_UP = 50;

/** Milliseconds that the full report of each scenario takes in Node, what is the same for all of them remembered. */
export function timeReports(world: Baseline, lists: NearestLists, scenarios: readonly Scenario[]): number[] {
  for (const scenario of scenarios.slice(0, WARM_UP)) compare(world, lists, scenario);
  return scenarios.map((scenario) => timed(() => compare(world, lists, scenario)).ms);
}

/**
 * Milliseconds of the same reports with nothing remembered: lists built anew, everything counted again.
 *
 * @throws Error where a report is not the same, byte for byte.
 */
export function timeAnew(world: Baseline, lists: NearestLists, scenarios: readonly Scenario[]): number[] {
  return scenarios.map((scenario) => {
    const anew = timed(() => compare(world, buildNearest(world, scenario), scenario));
    if (JSON.stringify(anew.value) !== JSON.stringify(compare(world, lists, scenario)))
      throw new Error('A report worked out anew is not the same.');
    return anew.ms;
  });
}
