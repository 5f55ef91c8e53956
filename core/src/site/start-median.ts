import { at } from './cover-table.ts';
import { MedianSearch, type MedianTable, medianTable } from './median-search.ts';
import type { SiteAnswer, SiteProblem } from './problem.ts';
import { answerOf } from './score.ts';
import { largestGains } from './start-covering.ts';

/** Rounding in sums that were added to and taken from: bounds give way by this share of what serving nobody costs. */
const ROUNDING = 1e-12;

/** p-median: greedy, then swaps. The bound: everybody at their nearest candidate, or that of `largestGains`. */
export function startMedian(problem: SiteProblem, onGreedy?: (answer: SiteAnswer) => void): SiteAnswer {
  const table = medianTable(problem);
  const { open, fixed } = problem;
  const weight = table.weights.reduce((sum, each) => sum + each, 0);
  const search = new MedianSearch(table, fixed);
  const rounding = ROUNDING * weight * table.none;
  let bound = nearestTotal(table);
  search.openGreedily(open, () => {
    bound = Math.max(bound, search.total - largestGains(search.saves, open - fixed.length) - rounding);
  });
  const mean = () => (weight === 0 ? 0 : bound / weight);
  onGreedy?.(answerOf(problem, search.chosen, mean(), 'greedy'));
  search.swap();
  return answerOf(problem, search.chosen, mean(), 'swaps');
}

/** Weight times cost were every candidate open. */
function nearestTotal({ demands, candidates, costs, weights }: MedianTable): number {
  let total = 0;
  for (let demand = 0; demand < demands; demand++) {
    let least = Infinity;
    const end = (demand + 1) * candidates;
    for (let place = demand * candidates; place < end; place++) {
      const cost = costs[place] as number;
      if (cost < least) least = cost;
    }
    total += at(weights, demand) * least;
  }
  return total;
}
