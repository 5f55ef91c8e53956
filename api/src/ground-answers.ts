import type { PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import { areaCatchment } from '@kith/core/reach/area-catchment';
import type { Baseline } from '@kith/core/reach/baseline';
import type { Decay } from '@kith/core/reach/decay';
import { type ReachMeasures, reachMeasures } from '@kith/core/reach/measures';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { PlaceQuestion } from '@kith/core/reach/standing';
import { type WeekQuestion, weekReach } from '@kith/core/reach/week-reach';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import type { CutProblem } from '@kith/core/scenario/cut';
import { type Irreplaceable, irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { type MadeBody, makeBody } from './body-cache.ts';
import type { Grounds } from './grounds.ts';

/** A question about the places that count and a limit on foot, on one map. */
export interface ReachAsked {
  readonly map: PatchId;
  readonly question: PlaceQuestion;
  readonly limitMetres: number;
}

/** A place that cannot be done without, as it is shown. */
export interface AloneRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly district: string | null;
  readonly outside: boolean;
  readonly people: number;
  readonly least: number;
  readonly most: number;
  readonly groups: Irreplaceable['groups'];
}

/** What a scenario comes to: its report, or everything that is wrong with its cuts. */
export type Played = { readonly report: ScenarioReport } | { readonly problems: readonly CutProblem[] };

/** What can be asked of a ground, and what is answered. All of it can be copied from one process to another. */
export interface GroundTasks {
  reach: { asked: ReachAsked; answer: ReachColumns };
  measures: {
    asked: ReachAsked;
    /** By area alone: the counts of each home point stay where they are made. */
    answer: Omit<ReachMeasures, 'placesWithin'>;
  };
  play: { asked: Scenario; answer: Played };
  irreplaceable: {
    asked: ReachAsked & { readonly most: number };
    answer: { readonly places: readonly AloneRow[]; readonly total: number };
  };
  access: {
    asked: ReachAsked & { readonly decay: Decay };
    answer: { codes: string[]; access: (number | null)[]; total: number };
  };
  week: {
    asked: { readonly map: PatchId; readonly question: WeekQuestion };
    answer: { people: number[]; notKnown: number; residents: number };
  };
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
    async measures({ map, question, limitMetres }) {
      const { baseline, lists } = await grounds.bare(map, question);
      const { placesWithin: _ofHomes, ...byArea } = reachMeasures(baseline, lists, { metres: limitMetres });
      return byArea;
    },
    async play(scenario) {
      const { baseline, lists } = await grounds.ground(scenario.patch, scenario);
      const problems = checkCuts(baseline, scenario.cuts, scenario.kinds);
      return problems.length > 0 ? { problems } : { report: compare(baseline, lists, scenario) };
    },
    async irreplaceable({ map, question, limitMetres, most }) {
      const { baseline, lists } = await grounds.ground(map, question);
      const found = irreplaceable(baseline, lists, limitMetres);
      return { places: found.slice(0, most).map((each) => aloneRow(baseline, each)), total: found.length };
    },
    async access({ map, question, limitMetres, decay }) {
      const { baseline, lists } = await grounds.bare(map, question);
      const { codes, access, total } = areaCatchment(baseline, lists, { metres: limitMetres }, decay);
      return { codes: [...codes], access: [...access], total };
    },
    async week({ map, question }) {
      const baseline = await grounds.baseline(map, question.kinds);
      const { before, notKnown } = weekReach(baseline, question);
      const residents = baseline.areas.residents.reduce((sum, people) => sum + people, 0);
      return { people: [...before], notKnown, residents };
    },
    async body({ map, kinds }) {
      return makeBody(JSON.stringify(await grounds.baseline(map, kinds)));
    },
  };
}

function aloneRow({ places }: Baseline, { place, people, least, most, groups }: Irreplaceable): AloneRow {
  return {
    id: places.id[place] ?? '',
    name: places.name[place] ?? '',
    kind: places.kind[place] ?? 'other',
    district: places.district[place] ?? null,
    outside: places.outside[place] ?? false,
    people,
    least,
    most,
    groups,
  };
}
