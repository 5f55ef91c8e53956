import { MipBuilder } from '@kith/core/site/mip-builder';
import type { MipModel, MipSolver, SiteObjective, SiteProblem } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { startSite } from '@kith/core/site/start-site';
import { hasSharedData, sharedFolder } from '../make-starter/shared-files.ts';
import { nodeSolver } from '../site/highs-solver.ts';
import { leicestershire } from '../site/leicestershire.ts';

const OPEN = 10;
const LIMIT = 1600;
const FAR = 5000;
const TIMES = 3;
/** The plain model of p-median has 402,590 variables and takes HiGHS most of a minute or more: only where asked for. */
const PLAIN_MEDIAN = process.env.KITH_BENCH_PLAIN_MEDIAN === '1';

/**
 * Siting on the 634 areas of Leicestershire, Leicester and Rutland: greedy with swaps, and the proven best, against
 * the plain textbook model given to HiGHS as it is. `KITH_BENCH_PLAIN_MEDIAN=1` adds the plain p-median.
 */
export async function benchSiting(): Promise<void> {
  const folder = sharedFolder();
  if (!hasSharedData(folder)) {
    console.log(
      `Left out: the shared data is not at ${folder}. Set KITH_SHARED to the folder that holds it.`,
    );
    return;
  }
  const problemOf = leicestershire(folder);
  const solver = await nodeSolver();
  const rows: Record<string, object> = {};
  for (const [objective, open, limit] of [
    ['mclp', OPEN, LIMIT],
    ['p-median', OPEN, LIMIT],
    ['p-centre', OPEN, LIMIT],
    ['lscp', 0, FAR],
  ] as const) {
    const problem = problemOf(objective, open, limit);
    const plain = plainModel(objective, problem);
    // WebAssembly is compiled better while it runs: all are run once before any is timed.
    if (plain && objective !== 'p-median') solvePlainly(plain, solver);
    solve(problem, solver);
    const atOnce = median(TIMES, () => startSite(problem).value);
    const proven = median(TIMES, () => solve(problem, solver));
    const times = objective === 'p-median' ? 1 : TIMES;
    const plainly = plain ? median(times, () => solvePlainly(plain, solver)) : null;
    if (plainly && Math.abs(plainly.value - proven.value) > 1e-6 * proven.value)
      throw new Error(`${objective}: ${proven.value}, but the plain model finds ${plainly.value}.`);
    rows[objective] = {
      'at once, ms': Math.round(atOnce.ms),
      'proven, ms': Math.round(proven.ms),
      'plain model, ms': plainly ? Math.round(plainly.ms) : '-',
      'times as fast': plainly ? (plainly.ms / proven.ms).toFixed(1) : '-',
      'at once short of the best': `${((100 * Math.abs(atOnce.value - proven.value)) / proven.value).toFixed(2)}%`,
    };
  }
  console.table(rows);
}

function solve(problem: SiteProblem, solver: MipSolver): number {
  const answer = solveSite(problem, { solver, seconds: 300, now: () => performance.now() });
  if (answer.gap !== 0) throw new Error(`${problem.objective} was not proven.`);
  return answer.value;
}

function solvePlainly(model: MipModel, solver: MipSolver): number {
  const { values } = solver.solve(model, { seconds: 600 });
  return values?.reduce((sum, value, at) => sum + value * (model.costs[at] ?? 0), 0) ?? 0;
}

/** The textbook model with nothing reduced and no start; none for p-centre, whose plain model does not end in time. */
function plainModel(objective: SiteObjective, problem: SiteProblem): MipModel | null {
  const { costs, weights, open } = problem;
  const limit = problem.limit ?? 0;
  const all = Array.from({ length: costs.candidates }, (_, each) => each);
  const cost = (demand: number, candidate: number) =>
    costs.values[demand * costs.candidates + candidate] ?? 0;
  const builder = new MipBuilder(objective === 'mclp' ? 'max' : 'min');
  if (objective === 'p-centre' || (objective === 'p-median' && !PLAIN_MEDIAN)) return null;
  for (const _ of all) builder.yesNo(objective === 'lscp' ? 1 : 0);
  if (objective !== 'lscp') builder.sum(open, open, all);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, demand) => {
    const near = all.filter((candidate) => cost(demand, candidate) <= limit);
    if (objective === 'lscp') builder.sum(1, Infinity, near);
    else if (objective === 'mclp') {
      const covered = builder.between(weight, 1);
      builder.row(-Infinity, 0, [covered, ...near], [1, ...near.map(() => -1)]);
    } else {
      const served = all.map((candidate) =>
        builder.between((weight * cost(demand, candidate)) / weightSum, 1),
      );
      builder.sum(1, 1, served);
      for (const [candidate, x] of served.entries()) builder.row(-Infinity, 0, [x, candidate], [1, -1]);
    }
  });
  return builder.build();
}

function median(times: number, run: () => number): { readonly ms: number; readonly value: number } {
  let value = 0;
  const found = Array.from({ length: times }, () => {
    const began = performance.now();
    value = run();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return { ms: found[times >> 1] ?? 0, value };
}
