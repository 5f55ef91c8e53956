import type { SiteAnswer, SiteObjective, SiteProblem } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { startSite } from '@kith/core/site/start-site';
import { nodeSolver } from '../site/highs-solver.ts';
import { leicestershire } from '../site/leicestershire.ts';
import type { Checks } from './checks.ts';

const OPEN = 10;
const LIMIT = 1600;
/** For set covering: within 1,600 m of everybody there would be hundreds of places. */
const FAR = 5000;

/**
 * Siting on real ground: 634 areas, each a candidate, 1,600 m in a straight line. First answers must come
 * in 0.3 s and the proof of p-median in 10 s, known for this class of machine; other seconds are printed, not judged.
 */
export async function checkSiting(checks: Checks, folder: string): Promise<void> {
  console.log('\nSiting on the 634 areas of Leicestershire, Leicester and Rutland');
  const problemOf = leicestershire(folder);
  const solver = await nodeSolver();
  const solve = (objective: SiteObjective, open: number, limit: number) => {
    const problem = problemOf(objective, open, limit);
    checks.equal(`${objective}: areas`, problem.costs.demands, 634);
    const { start, seconds: startSeconds } = bestOfThree(problem);
    const again = performance.now();
    const answer = solveSite(problem, { solver, seconds: 120, now: () => performance.now() });
    const seconds = (performance.now() - again) / 1000;
    say(problem, start, startSeconds, answer, seconds);
    checks.atMost(`${objective}: seconds to the first answer`, Number(startSeconds.toFixed(3)), 0.3);
    checks.equal(`${objective}: gap`, answer.gap, 0);
    checks.equal(`${objective}: bound is the value`, answer.bound, answer.value);
    return { start, startSeconds, answer, seconds };
  };

  const covering = solve('mclp', OPEN, LIMIT);
  checks.equal('mclp: people within 1,600 m of the best ten', covering.answer.value, 437_721);
  const median = solve('p-median', OPEN, LIMIT);
  checks.equal('p-median: mean metres to the best ten', median.answer.value.toFixed(3), '3657.660');
  checks.atMost('p-median: seconds until proven', Number(median.seconds.toFixed(2)), 10);
  const centre = solve('p-centre', OPEN, LIMIT);
  checks.equal('p-centre: metres of the farthest', centre.answer.value.toFixed(3), '10259.436');
  const all = solve('lscp', 0, FAR);
  checks.equal('lscp: places so that everybody is within 5,000 m', all.answer.value, 38);
}

/** The first answer, and the least time of three: other work on the machine only ever adds to it. */
function bestOfThree(problem: SiteProblem): { start: SiteAnswer; seconds: number } {
  const once = () => {
    const began = performance.now();
    const start = startSite(problem);
    return { start, seconds: (performance.now() - began) / 1000 };
  };
  return [once(), once(), once()].reduce((best, each) => (each.seconds < best.seconds ? each : best));
}

function say(problem: SiteProblem, start: SiteAnswer, at: number, answer: SiteAnswer, seconds: number): void {
  const short = Math.abs(answer.value - start.value) / answer.value;
  console.log(
    `  ${problem.objective}: greedy with swaps ${start.value} in ${at.toFixed(2)} s, ${(100 * short).toFixed(2)}% short of the best; ` +
      `best ${answer.value}, proven in ${seconds.toFixed(2)} s`,
  );
}
