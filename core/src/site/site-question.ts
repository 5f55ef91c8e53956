import type { Kind } from '../place/kinds.ts';
import type { Baseline } from '../reach/baseline.ts';
import { type PlaceQuestion, standings, YES } from '../reach/standing.ts';
import type { LensId } from '../risk/lenses.ts';
import { checkSiteProblem } from './check-problem.ts';
import type { SiteAnswer, SiteObjective, SiteProblem } from './problem.ts';
import { gapBetween, scoreOf } from './score.ts';
import { type SiteCandidate, siteCandidates } from './site-candidates.ts';
import { costTable, nearestExisting, pickRows, reachedRows } from './site-costs.ts';
import { describeGround, NOWHERE, TOO_MANY } from './site-said.ts';
import { demandWeights, type SiteWeight, unitOf } from './site-weights.ts';

/** A question about where new places would do most. What counts as somewhere to go now is asked as for reach. */
export interface SiteQuestion extends PlaceQuestion {
  readonly objective: SiteObjective;
  /** New places; not used by `lscp`. */
  readonly open: number;
  /** Walking metres, the end included. */
  readonly limitMetres: number;
  readonly weight: SiteWeight;
  /** Whose risk is meant where `weight` is `at-risk`. */
  readonly lens: LensId;
  readonly candidates: SiteFrom;
  /** Whether the places that count now stay open beside the new ones. */
  readonly keepExisting: boolean;
  /** Places by number in `baseline.places` that count no more, as by cuts; and positions that count besides. */
  readonly gone?: ReadonlySet<number>;
  readonly added?: readonly { readonly easting: number; readonly northing: number }[];
}

/**
 * Where a new place may stand: at the point of each area where most of its people live, at every point where people
 * live, or where a place of some kinds is that does not count now (a hall, or a library that closed).
 */
export type SiteFrom = 'areas' | 'home-points' | { readonly kinds: readonly Kind[] };

/** A question as a problem of numbers, with what its candidates are. */
export interface SiteGround {
  readonly problem: SiteProblem;
  /** In the order of the problem's candidates. Its last one has no entry where existing places are kept: see `kept`. */
  readonly candidates: readonly SiteCandidate[];
  /** The candidate that stands for all existing places together; null where none is kept. */
  readonly kept: number | null;
  /** Home points of the baseline, in the order of the problem's demands. */
  readonly demands: Int32Array;
  readonly unit: 'people' | 'households';
  /** The weight of the demands, and of those left out of `lscp` because no candidate is near enough. */
  readonly weight: number;
  readonly leftOut: number;
  /** The value with what is there now and nothing new; null where nothing is kept, and for `lscp`. */
  readonly before: number | null;
  /** What was looked at, a plain sentence each. */
  readonly describe: readonly string[];
}

/** 64 MiB of costs: what a phone's browser can still hold. */
const MOST_PAIRS = 8_388_608;

/**
 * Demands are home points where somebody counts; a cost is the walk from there, straight metres times the middle
 * detour factor of their area.
 * @throws RangeError in plain English, saying what to choose instead, where the question cannot be answered.
 */
export function siteProblemOf(baseline: Baseline, question: SiteQuestion): SiteGround {
  const { objective, limitMetres, open, keepExisting } = question;
  const weights = demandWeights(baseline, question.weight, question.lens);
  const unit = unitOf(question.weight);
  const all = Int32Array.from([...weights.keys()].filter((point) => (weights[point] ?? 0) > 0));
  if (all.length === 0)
    throw new RangeError(`No ${unit} of that group live here: choose another group or map.`);
  const standing = standings(baseline, question);
  const counts = (place: number) => standing[place] === YES && question.gone?.has(place) !== true;
  const existing = keepExisting ? nearestExisting(baseline, question.added ?? [], counts, all) : null;
  const most = Math.floor(MOST_PAIRS / all.length) - (existing ? 1 : 0);
  const { candidates, perArea } = siteCandidates(
    baseline,
    question.candidates,
    (place) => keepExisting && counts(place),
    most,
  );
  if (candidates.length === 0) throw new RangeError(NOWHERE);
  if (candidates.length > most) throw new RangeError(TOO_MANY);
  if (objective !== 'lscp' && !(Number.isInteger(open) && open >= 1 && open <= candidates.length))
    throw new RangeError(
      `Choose from 1 to ${candidates.length} new places: there are so many spots to choose from.`,
    );

  const columns = candidates.length + (existing ? 1 : 0);
  const table = costTable(baseline, all, candidates, existing);
  const kept = existing ? candidates.length : null;
  const near = objective === 'lscp' ? reachedRows(table, columns, limitMetres) : null;
  const rows = near && near.length < all.length ? near : null;
  const demands = rows ? Int32Array.from(rows, (row) => all[row] ?? 0) : all;
  const problem: SiteProblem = {
    objective,
    weights: Float64Array.from(demands, (point) => weights[point] ?? 0),
    costs: {
      demands: demands.length,
      candidates: columns,
      values: rows ? pickRows(table, columns, rows) : table,
    },
    open: objective === 'lscp' ? 0 : open + (existing ? 1 : 0),
    limit: limitMetres,
    fixed: kept === null ? [] : [kept],
  };
  const problems = checkSiteProblem(problem);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const sum = (points: Int32Array) => points.reduce((total, point) => total + (weights[point] ?? 0), 0);
  const weight = sum(demands);
  const leftOut = sum(all) - weight;
  return {
    problem,
    candidates,
    kept,
    demands,
    unit,
    weight,
    leftOut,
    before: kept === null || objective === 'lscp' ? null : scoreOf(problem, [kept]).value,
    describe: describeGround({ candidates, perArea, unit, weight, leftOut, keepExisting, kept }),
  };
}

/** An answer in new places alone: existing ones are no choice, and `lscp` counts only the new. */
export interface SiteChoice extends Omit<SiteAnswer, 'chosen'> {
  readonly chosen: readonly SiteCandidate[];
}

/** What an answer means on the ground. */
export function siteChoice({ candidates, kept, problem }: SiteGround, answer: SiteAnswer): SiteChoice {
  const chosen = answer.chosen.flatMap((each) => candidates[each] ?? []);
  if (kept === null || problem.objective !== 'lscp') return { ...answer, chosen };
  const value = answer.value - 1;
  const bound = answer.bound - 1;
  return { ...answer, chosen, value, bound, gap: gapBetween(value, bound) };
}
