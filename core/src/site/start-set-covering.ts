import { CoverSearch } from './cover-search.ts';
import { at, type CoverTable, coverTable } from './cover-table.ts';
import { packing } from './packing.ts';
import type { SiteAnswer, SiteProblem } from './problem.ts';
import { answerOf } from './score.ts';

/**
 * Set covering: greedy, closing what is not needed, then trying to do with one fewer by swaps for as long as that
 * works. The bound is that of `packing`.
 */
export function startSetCovering(problem: SiteProblem, onGreedy?: (answer: SiteAnswer) => void): SiteAnswer {
  const table = coverTable(problem, problem.limit ?? 0);
  const bound = problem.fixed.length + packing(table, problem.fixed);
  const { ones, everybody } = reached(table);
  const search = new CoverSearch(table, ones, problem.fixed);
  while (search.covered < everybody) search.openGreedily(search.chosen.length + 1);
  onGreedy?.(answerOf(problem, search.chosen, bound, 'greedy'));
  let best = [...search.chosen];
  while (best.length > bound && search.closeLeast()) {
    search.swap();
    if (search.covered < everybody) break;
    best = [...search.chosen];
  }
  return answerOf(problem, best, bound, 'swaps');
}

/** One for each demand that somebody can serve, else 0, and how many that is. */
export function reached(table: CoverTable): { readonly ones: Float64Array; readonly everybody: number } {
  const ones = new Float64Array(table.demands);
  let everybody = 0;
  for (let demand = 0; demand < table.demands; demand++) {
    if (at(table.demandStarts, demand + 1) === at(table.demandStarts, demand)) continue;
    ones[demand] = 1;
    everybody++;
  }
  return { ones, everybody };
}
