import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Baseline, baselineSchema } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { type SmallWorld, smallWorld } from '@kith/core/reach/small-world';
import { compare } from '@kith/core/scenario/compare';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { smallScenario } from '@kith/core/scenario/small-scenario';

/** A named world of tests/fixtures/tiny-town, deep-frozen. */
export function namedWorld(name: string): Baseline {
  const file = join(import.meta.dirname, '..', 'fixtures', 'tiny-town', `${name}.json`);
  const baseline = smallWorld(JSON.parse(readFileSync(file, 'utf8')) as SmallWorld);
  baselineSchema.parse(baseline);
  return baseline;
}

/** A scenario of libraries in 15 minutes at the planner's pace, with what is said changed. */
export function scenarioOf(close: readonly string[], changes: Partial<Scenario> = {}): Scenario {
  return smallScenario({ cuts: close.map((place) => ({ type: 'close', place })), ...changes });
}

/** Plays a scenario on a world from nothing. */
export function play(baseline: Baseline, scenario: Scenario, k?: number): ScenarioReport {
  const { kinds, when, someWeeks, checkedSince } = scenario;
  const question = { kinds, when, someWeeks, checkedSince };
  return compare(baseline, buildNearest(baseline, k === undefined ? question : { ...question, k }), scenario);
}
