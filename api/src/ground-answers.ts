import type { PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { PlaceQuestion } from '@kith/core/reach/standing';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import type { CutProblem } from '@kith/core/scenario/cut';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { type MadeBody, makeBody } from './body-cache.ts';
import type { Grounds } from './grounds.ts';

/** A question about the places that count and a limit on foot, on one map. */
export interface ReachAsked {
  readonly map: PatchId;
  readonly question: PlaceQuestion;
  readonly limitMetres: number;
}

/** What a scenario comes to: its report, or everything that is wrong with its cuts. */
export type Played = { readonly report: ScenarioReport } | { readonly problems: readonly CutProblem[] };

/** What can be asked of a ground, and what is answered. All of it can be copied from one process to another. */
export interface GroundTasks {
  reach: { asked: ReachAsked; answer: ReachColumns };
  play: { asked: Scenario; answer: Played };
  /** The baseline as bytes, made and compressed where it is worked out. */
  body: { asked: { readonly map: PatchId; readonly kinds: readonly Kind[] }; answer: MadeBody };
}
export type GroundTask = keyof GroundTasks;
export type GroundAnswers = {
  readonly [T in GroundTask]: (asked: GroundTasks[T]['asked']) => Promise<GroundTasks[T]['answer']>;
};

/** Answers worked out where they are asked for. */
export function answersOver(grounds: Grounds): GroundAnswers {
  return {
    async reach({ map, question, limitMetres }) {
      const { baseline, lists } = await grounds.bare(map, question);
      return reachByArea(baseline, lists, limitMetres);
    },
    async play(scenario) {
      const { baseline, lists } = await grounds.ground(scenario.patch, scenario);
      const problems = checkCuts(baseline, scenario.cuts);
      return problems.length > 0 ? { problems } : { report: compare(baseline, lists, scenario) };
    },
    async body({ map, kinds }) {
      return makeBody(JSON.stringify(await grounds.baseline(map, kinds)));
    },
  };
}
