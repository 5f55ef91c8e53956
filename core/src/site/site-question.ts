import type { Kind } from '../place/kinds.ts';
import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { straightMetres } from '../reach/detour.ts';
import { buildTree, nearestInTree } from '../reach/nearest-tree.ts';
import { type PlaceQuestion, standings, YES } from '../reach/standing.ts';
import type { LensId } from '../risk/lenses.ts';
import { checkSiteProblem } from './check-problem.ts';
import type { SiteAnswer, SiteObjective, SiteProblem } from './problem.ts';
import { gapBetween, scoreOf } from './score.ts';
import { type SiteCandidate, siteCandidates } from './site-candidates.ts';
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
  const existing = keepExisting ? nearestExisting(baseline, question, counts, all) : null;
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
    describe: describe({ candidates, perArea, unit, weight, leftOut, keepExisting, kept }),
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

/** Straight metres from each demand to the nearest place that counts now; null where there is none. */
function nearestExisting(
  baseline: Baseline,
  { added = [] }: SiteQuestion,
  counts: (place: number) => boolean,
  demands: Int32Array,
): Float64Array | null {
  const { places } = baseline;
  const counting = [...places.id.keys()].filter(counts);
  const easting = [
    ...counting.map((place) => places.easting[place] ?? 0),
    ...added.map((each) => each.easting),
  ];
  const northing = [
    ...counting.map((place) => places.northing[place] ?? 0),
    ...added.map((each) => each.northing),
  ];
  if (easting.length === 0) return null;
  const tree = buildTree([...easting.keys()], easting, northing);
  const homes = homeArrays(baseline);
  const place = new Int32Array(demands.length);
  const squares = new Float64Array(demands.length);
  demands.forEach((point, row) => {
    nearestInTree(tree, homes.easting[point] ?? 0, homes.northing[point] ?? 0, 1, place, squares, row);
  });
  return squares.map(Math.sqrt);
}

function costTable(
  baseline: Baseline,
  demands: Int32Array,
  candidates: readonly SiteCandidate[],
  existing: Float64Array | null,
): Float64Array {
  const homes = homeArrays(baseline);
  const detour = detours(baseline).middle;
  const columns = candidates.length + (existing ? 1 : 0);
  const table = new Float64Array(demands.length * columns);
  demands.forEach((point, row) => {
    const factor = detour[homes.area[point] ?? 0] ?? 0;
    const [east, north] = [homes.easting[point] ?? 0, homes.northing[point] ?? 0];
    for (let column = 0; column < candidates.length; column++) {
      const { easting, northing } = candidates[column] as SiteCandidate;
      table[row * columns + column] = straightMetres(east, north, easting, northing) * factor;
    }
    if (existing) table[row * columns + candidates.length] = (existing[row] ?? 0) * factor;
  });
  return table;
}

function reachedRows(table: Float64Array, columns: number, limit: number): number[] {
  const rows = table.length / columns;
  return Array.from({ length: rows }, (_, row) => row).filter((row) =>
    table.subarray(row * columns, (row + 1) * columns).some((cost) => cost <= limit),
  );
}

function pickRows(table: Float64Array, columns: number, rows: readonly number[]): Float64Array {
  const picked = new Float64Array(rows.length * columns);
  rows.forEach((row, place) => {
    picked.set(table.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return picked;
}

const NOWHERE =
  'There is no spot to choose from: choose other kinds of place, or the places where people live.';
const TOO_MANY =
  'That is more than this can weigh up at once: choose the map of one council, or one spot for each neighbourhood.';

interface Described {
  readonly candidates: readonly SiteCandidate[];
  readonly perArea: number | null;
  readonly unit: string;
  readonly weight: number;
  readonly leftOut: number;
  readonly keepExisting: boolean;
  readonly kept: number | null;
}

function describe({ candidates, perArea, unit, weight, leftOut, keepExisting, kept }: Described): string[] {
  const said = [`${candidates.length} spots were looked at, for ${weight} ${unit}.`];
  if (perArea !== null)
    said.push(
      `Of each neighbourhood the ${perArea === 1 ? 'point' : `${perArea} points`} where most people live: all would be too many to weigh up at once.`,
    );
  if (leftOut > 0) said.push(`${leftOut} ${unit} live too far from every spot, and are left out.`);
  if (keepExisting && kept === null) said.push('No place counts now, so none is kept.');
  return said;
}
