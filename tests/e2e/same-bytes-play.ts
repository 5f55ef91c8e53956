import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import type { Scenario } from '@kith/core/scenario/report';

/** Scenarios, each with the world it is played on (its position among the worlds). */
export interface Games {
  readonly worlds: readonly Baseline[];
  readonly played: readonly { readonly world: number; readonly scenario: Scenario }[];
}

/** The report of each as text, one at a time, each question's lists built once for each world. */
export function* reportTexts({ worlds, played }: Games): Generator<string> {
  const built = new Map<string, NearestLists>();
  for (const { world, scenario } of played) {
    const baseline = worlds[world] as Baseline;
    const { kinds, when, someWeeks, checkedSince } = scenario;
    const question = { kinds, when, someWeeks, checkedSince };
    const key = `${world} ${JSON.stringify(question)}`;
    const lists = built.get(key) ?? buildNearest(baseline, question);
    built.set(key, lists);
    yield JSON.stringify(compare(baseline, lists, scenario));
  }
}
