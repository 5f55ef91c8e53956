import { KIND_IDS } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { standings } from '@kith/core/reach/standing';
import { applyCuts } from '@kith/core/scenario/apply-cuts';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { scenarioLimit } from '@kith/core/scenario/scenario-limit';
import type { SiteAnswer } from '@kith/core/site/problem';
import {
  type SiteGround,
  type SiteFrom as SiteSpots,
  siteChoice,
  siteProblemOf,
} from '@kith/core/site/site-question';
import { gridToDegrees } from '../map/national-grid.ts';
import { doubtOf } from './site-doubt.ts';
import { orderPicks } from './site-picks.ts';
import type { SiteAsked, SitePick, SiteShown } from './site-types.ts';

/** A question as the search takes it, and what of the map its answers are told in. */
export interface AskedGround {
  readonly baseline: Baseline;
  readonly asked: SiteAsked;
  readonly limitMetres: number;
  readonly ground: SiteGround;
}

/** Kinds at which a new place may stand. There are so many benches, and nothing can be housed in one. */
const SPOT_KINDS = KIND_IDS.filter((kind) => kind !== 'bench');
const SPOTS: Readonly<Record<SiteAsked['from'], SiteSpots>> = {
  areas: 'areas',
  homes: 'home-points',
  places: { kinds: SPOT_KINDS },
};

/** The question over what the cuts of its scenario leave standing. @throws RangeError in plain English */
export function groundOfQuestion(baseline: Baseline, asked: SiteAsked): AskedGround {
  const { scenario } = asked;
  const { kinds, when, someWeeks, checkedSince } = scenario;
  const question = { kinds, when, someWeeks, checkedSince };
  const limitMetres = scenarioLimit(scenario);
  const wrong = new Set(checkCuts(baseline, scenario.cuts, kinds).map((problem) => problem.index));
  const cuts = scenario.cuts.filter((_, index) => !wrong.has(index));
  const { gone, added } = applyCuts(baseline, standings(baseline, question), { ...scenario, cuts });
  const ground = siteProblemOf(baseline, {
    ...question,
    objective: asked.objective,
    open: asked.sites,
    limitMetres,
    weight: asked.weight,
    lens: scenario.lens,
    candidates: SPOTS[asked.from],
    keepExisting: asked.existing,
    gone,
    added,
  });
  return { baseline, asked, limitMetres, ground };
}

/** An answer as it is shown: new places in the order in which they add most, and what they come to. */
export function shownOf({ baseline, limitMetres, ground }: AskedGround, answer: SiteAnswer): SiteShown {
  const { problem, demands } = ground;
  const people = Int32Array.from(demands, (point) => baseline.homePoints.residents[point] ?? 0);
  const picks = orderPicks(problem, answer.chosen, limitMetres, people);
  const { picks: between, ...doubt } = doubtOf(
    { baseline, problem, demands, limitMetres },
    picks.map(({ candidate }) => candidate),
    people,
  );
  const { chosen: _, ...choice } = siteChoice(ground, answer);
  return {
    answer: choice,
    picks: picks.flatMap(({ candidate, adds, people: heads }, at): SitePick[] => {
      const spot = ground.candidates[candidate];
      const again = between[at];
      if (!spot || !again) return [];
      const { easting, northing } = spot;
      return [
        {
          easting,
          northing,
          ...gridToDegrees(easting, northing),
          area: areaOf(baseline, spot.area),
          place: spot.place === null ? null : placeOf(baseline, spot.place),
          adds,
          people: heads,
          between: again,
        },
      ];
    }),
    before: ground.before,
    limitMetres,
    total: ground.weight + ground.leftOut,
    within: withinOf(ground, limitMetres) + picks.reduce((sum, pick) => sum + pick.adds, 0),
    unreachable: ground.leftOut,
    doubt,
  };
}

/** Weight within the limit of what is kept. */
function withinOf({ problem, kept }: SiteGround, limit: number): number {
  if (kept === null) return 0;
  const { costs, weights } = problem;
  return weights.reduce(
    (sum, weight, demand) =>
      (costs.values[demand * costs.candidates + kept] ?? Infinity) <= limit ? sum + weight : sum,
    0,
  );
}

function areaOf({ areas }: Baseline, area: number): SitePick['area'] {
  const at = <T>(column: readonly T[], otherwise: T): T => column[area] ?? otherwise;
  return {
    code: at(areas.code, ''),
    name: at(areas.name, ''),
    ward: at(areas.ward, ''),
    district: at(areas.district, ''),
  };
}

function placeOf({ places }: Baseline, id: string): SitePick['place'] {
  const at = places.id.indexOf(id);
  return { id, name: places.name[at] ?? '', kind: places.kind[at] ?? 'other' };
}
