import { CoverSearch } from './cover-search.ts';
import { at, type CoverTable, coverTable } from './cover-table.ts';
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
  const { open, fixed } = problem;
  const nearest = farthestNearest(problem);
  const demands = problem.weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  let tooSmall = -Infinity;
  let low = nearest;
  let best: readonly number[] = farthestFirst(problem);
  let high = scoreOf(problem, best).value;
  onGreedy?.(answerOf(problem, best, nearest, 'greedy'));
  for (let halving = 0; halving < HALVINGS && low < high; halving++) {
    // No number lies half way to Infinity: the largest cost there is comes first.
    const middle = high === Infinity ? largestCost(problem) : low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const table = coverTable(problem, middle);
    if (packing(table, fixed) > open - fixed.length) {
      tooSmall = middle;
      low = middle;
      continue;
    }
    const found = coverEverybody(table, open, fixed, demands);
    if (found) {
      best = found;
      high = scoreOf(problem, best).value;
    } else low = middle;
  }
  const bound = Math.max(nearest, costAbove(problem, tooSmall));
  return answerOf(problem, best, bound, 'swaps');
}

/** A set of `open` candidates that serves everybody, by greedy covering with swaps; null where that finds none. */
export function coverEverybody(
  table: CoverTable,
  open: number,
  fixed: readonly number[],
  demands: number,
): readonly number[] | null {
  const { ones, everybody } = reached(table);
  if (everybody < demands) return null;
  const search = new CoverSearch(table, ones, fixed);
  search.openGreedily(open);
  if (search.covered < everybody) search.swap();
  return search.covered === everybody ? search.chosen : null;
}
/** Opens the nearest candidate of whoever is farthest from what is open, over and over. */
function farthestFirst({ weights, costs, open, fixed }: SiteProblem): number[] {
  const { demands, candidates, values } = costs;
  const chosen = [...fixed];
  const isOpen = new Uint8Array(candidates);
  const nearest = new Float64Array(demands).fill(Infinity);
  const take = (candidate: number) => {
    isOpen[candidate] = 1;
    for (let demand = 0; demand < demands; demand++)
      nearest[demand] = Math.min(at(nearest, demand), at(values, demand * candidates + candidate));
  };
  fixed.forEach(take);
  while (chosen.length < open) {
    let farthest = -1;
    for (let demand = 0; demand < demands; demand++)
      if (at(weights, demand) > 0 && (farthest < 0 || at(nearest, demand) > at(nearest, farthest)))
        farthest = demand;
    let best = -1;
    for (let candidate = 0; candidate < candidates; candidate++) {
      if (isOpen[candidate] === 1) continue;
      if (best < 0 || (farthest >= 0 && costOf(farthest, candidate) < costOf(farthest, best)))
        best = candidate;
    }
    chosen.push(best);
    take(best);
  }
  return chosen;

  function costOf(demand: number, candidate: number): number {
    return at(values, demand * candidates + candidate);
  }
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
