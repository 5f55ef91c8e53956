import { checkSiteProblem } from './check-problem.ts';
import type { SiteAnswer, SiteProblem } from './problem.ts';
import { startCentre } from './start-centre.ts';
import { startCovering } from './start-covering.ts';
import { startMedian } from './start-median.ts';
import { startSetCovering } from './start-set-covering.ts';

/**
 * A good answer at once, by opening greedily and then swapping, with a bound that takes no search. No clock, no
 * solver, no chance: the same problem gives the same answer.
 * @throws RangeError with every problem of `checkSiteProblem`, when there is one.
 */
export function startSite(problem: SiteProblem, onGreedy?: (answer: SiteAnswer) => void): SiteAnswer {
  const problems = checkSiteProblem(problem);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  switch (problem.objective) {
    case 'mclp':
      return startCovering(problem, onGreedy);
    case 'p-median':
      return startMedian(problem, onGreedy);
    case 'p-centre':
      return startCentre(problem, onGreedy);
    case 'lscp':
      return startSetCovering(problem, onGreedy);
  }
}
