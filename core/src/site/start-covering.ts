import { CoverSearch } from './cover-search.ts';
import { at, type CoverTable, coverTable } from './cover-table.ts';
import type { SiteAnswer, SiteProblem } from './problem.ts';
import { answerOf } from './score.ts';

/** Maximal covering: greedy, then swaps. The bound is that of `largestGains`, or everybody who can be reached. */
export function startCovering(problem: SiteProblem, onGreedy?: (answer: SiteAnswer) => void): SiteAnswer {
  const { weights, open, fixed, limit } = problem;
  const table = coverTable(problem, limit ?? 0);
  const search = new CoverSearch(table, weights, fixed);
  let bound = reachable(table, weights);
  search.openGreedily(open, () => {
    bound = Math.min(bound, search.covered + largestGains(search.gains, open - fixed.length));
  });
  onGreedy?.(answerOf(problem, search.chosen, bound, 'greedy'));
  search.swap();
  bound = Math.min(bound, search.covered + largestGains(search.gains, open - fixed.length));
  return answerOf(problem, search.chosen, bound, 'swaps');
}

/** The weight of the demands that some candidate can serve. */
export function reachable(table: CoverTable, weights: Float64Array): number {
  let sum = 0;
  for (let demand = 0; demand < table.demands; demand++)
    if (at(table.demandStarts, demand + 1) > at(table.demandStarts, demand)) sum += at(weights, demand);
  return sum;
}

/**
 * The sum of the `count` largest gains. Openings help each other never, so from any set no choice of `count` adds
 * more than that (Nemhauser, Wolsey and Fisher 1978).
 */
export function largestGains(gains: Float64Array, count: number): number {
  return Float64Array.from(gains)
    .sort()
    .slice(Math.max(0, gains.length - count))
    .reduce((sum, gain) => sum + Math.max(0, gain), 0);
}
