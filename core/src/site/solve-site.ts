import type { SiteAnswer, SiteProblem, SolveOptions } from './problem.ts';
import { SiteRun } from './site-run.ts';
import { solveCentre } from './solve-centre.ts';
import { solveCovering } from './solve-covering.ts';
import { solveMedian } from './solve-median.ts';
import { solveSetCovering } from './solve-set-covering.ts';

/**
 * The best answer there is, with the proof that it is: `gap` 0. When the seconds are over first, the best set found and
 * the best bound known. `onProgress` hears of the greedy answer, of swaps, and of every better set and bound.
 *
 * Value and total are always worked out here from the chosen set. Where weights, and costs of p-median, are whole
 * numbers, "proven" is to the last digit, else a gap stays; where they are fractions, no set is better by more than
 * one part in a hundred thousand million (`PRECISION`).
 * @throws RangeError with every problem of `checkSiteProblem`; and whatever the solver throws.
 */
export function solveSite(problem: SiteProblem, options: SolveOptions): SiteAnswer {
  const run = new SiteRun(problem, options);
  if (run.isOver) return run.isProven ? run.close() : run.answer;
  switch (problem.objective) {
    case 'mclp':
      solveCovering(run);
      break;
    case 'p-median':
      solveMedian(run);
      break;
    case 'p-centre':
      solveCentre(run);
      break;
    case 'lscp':
      solveSetCovering(run);
      break;
  }
  return run.close();
}
