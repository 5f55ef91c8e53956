import { CentreRows, farthestFirst } from './centre-rows.ts';
import { CoverSearch } from './cover-search.ts';
import { at, type CoverTable } from './cover-table.ts';
import { packing } from './packing.ts';
import type { SiteAnswer, SiteProblem } from './problem.ts';
import { answerOf, scoreOf } from './score.ts';
import { reached } from './start-set-covering.ts';

/** Halvings of the range: 14 leave less than a ten-thousandth of it. */
const HALVINGS = 14;

/**
 * p-centre: halves the range of the largest cost, each time asking by greedy covering with swaps whether everybody
 * can be served within the middle. The bound is the least cost that was not shown too small, by each demand's nearest
 * candidate and by `packing`.
 */
export function startCentre(problem: SiteProblem, onGreedy?: (answer: SiteAnswer) => void): SiteAnswer {
  const nearest = farthestNearest(problem);
  let best = farthestFirst(problem).chosen;
  let high = scoreOf(problem, best).value;
  onGreedy?.(answerOf(problem, best, nearest, 'greedy'));
  const rows = new CentreRows(problem);
  let tooSmall = -Infinity;
  let low = nearest;
  for (let halving = 0; halving < HALVINGS && low < high; halving++) {
    // No number lies half way to Infinity: the largest cost there is comes first.
    const middle = high === Infinity ? largestCost(problem) : low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const found = coverWithin(problem, rows, middle);
    if (typeof found === 'string') {
      low = middle;
      if (found === 'impossible') tooSmall = middle;
    } else {
      best = found;
      high = scoreOf(problem, best).value;
    }
  }
  const bound = Math.max(nearest, costAbove(problem, tooSmall));
  return answerOf(problem, best, bound, 'swaps');
}

/** A set that serves everybody within a radius, by hand; 'impossible' where `packing` shows that there is none. */
function coverWithin(
  problem: SiteProblem,
  rows: CentreRows,
  radius: number,
): readonly number[] | 'impossible' | 'not found' {
  const { open, fixed } = problem;
  for (;;) {
    const table = rows.table(radius);
    if (packing(table, fixed) > open - fixed.length) return 'impossible';
    const found = coverEverybody(table, open, fixed);
    if (!found) return 'not found';
    if (!rows.joinBeyond(found, radius)) return found;
  }
}

/** A set of `open` candidates that serves every demand of a table, by greedy covering with swaps; null if none is found. */
export function coverEverybody(
  table: CoverTable,
  open: number,
  fixed: readonly number[],
): readonly number[] | null {
  const { ones, everybody } = reached(table);
  if (everybody < table.demands) return null;
  const search = new CoverSearch(table, ones, fixed);
  search.openGreedily(open);
  if (search.covered < everybody) search.swap();
  return search.covered === everybody ? search.chosen : null;
}

/** The largest cost were every candidate open: nothing less can do. */
export function farthestNearest({ weights, costs }: SiteProblem): number {
  const { demands, candidates, values } = costs;
  let farthest = 0;
  for (let demand = 0; demand < demands; demand++) {
    if (at(weights, demand) === 0) continue;
    let least = Infinity;
    for (let place = demand * candidates; place < (demand + 1) * candidates; place++) {
      const cost = values[place] as number;
      if (cost < least) least = cost;
    }
    if (least > farthest) farthest = least;
  }
  return farthest;
}

/** The least cost above another. */
function costAbove({ weights, costs }: SiteProblem, than: number): number {
  if (than === -Infinity) return 0;
  let least = Infinity;
  for (let place = 0; place < costs.values.length; place++) {
    const cost = costs.values[place] as number;
    if (cost > than && cost < least && at(weights, Math.floor(place / costs.candidates)) > 0) least = cost;
  }
  return least;
}

function largestCost({ weights, costs }: SiteProblem): number {
  let largest = 0;
  for (let place = 0; place < costs.values.length; place++) {
    const cost = costs.values[place] as number;
    if (cost < Infinity && cost > largest && at(weights, Math.floor(place / costs.candidates)) > 0)
      largest = cost;
  }
  return largest;
}
