import { performance } from 'node:perf_hooks';
import { checkSiteProblem } from '@kith/core/site/check-problem';
import type { SiteAnswer, SiteProblem, SiteProgress } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { nodeSolver } from '../../site/highs-solver.ts';
import { type Answer, tidy } from '../answer.ts';
import type { OptionsOf } from '../options.ts';
import { counted, Problems } from '../problems.ts';
import { candidatesNamed, noteUnreached, readWeightedCosts } from './weighted-costs.ts';

/** A search that has proven nothing by then stops and says how far off it may be, unless told to go on. */
const SECONDS = 60;

/** Which candidates to open: the best set, with the proof or with the gap that is left. */
export async function site(options: OptionsOf<'site'>): Promise<Answer> {
  const { objective, open, limit } = options;
  const problems = new Problems();
  const read = await readWeightedCosts(options, problems);
  const fixed = read ? candidatesNamed('fixed', options.fixed, read.table.candidateIds, problems) : [];
  const { table, demand } = problems.sound(read);
  const problem: SiteProblem = { objective, weights: demand.values, costs: table, open, limit, fixed };
  const names = { demand: demand.ids, candidate: table.candidateIds };
  for (const wrong of checkSiteProblem(problem, (what, at) => `${what} ${names[what][at]}`))
    problems.add(wrong);
  problems.sound(read);

  const seconds = options.seconds ?? SECONDS;
  const solver = await nodeSolver();
  const started = performance.now();
  const now = () => performance.now();
  const answer = solveSite(problem, {
    solver,
    seconds,
    now,
    onProgress: showProgress,
  });
  const took = Math.round(performance.now() - started) / 1000;
  if (!Number.isFinite(answer.value))
    problems.add(
      `No set of ${counted(open, 'candidate')} that can serve every demand was found. Open more, or give demand that need not be served the weight 0.`,
    );
  problems.sound(read);
  return {
    ...shown(answer, table.candidateIds, took),
    notes: [
      ...noteUnreached({ demand, table }),
      ...(limit !== null && (objective === 'p-median' || objective === 'p-centre')
        ? [`${objective} takes no limit: --limit was not used.`]
        : []),
      ...noteStopped(answer, took, seconds),
    ],
  };
}

function shown(answer: SiteAnswer, ids: readonly string[], seconds: number): Pick<Answer, 'json' | 'csv'> {
  const { objective, gap } = answer;
  const chosen = answer.chosen.map((at) => ids[at] ?? '');
  // Sums of weights are said without the dust of binary fractions; means and costs as they are.
  const said = (value: number) => (objective === 'mclp' ? tidy(value) : value);
  const [value, bound] = [said(answer.value), said(answer.bound)];
  const total = answer.total === null ? null : tidy(answer.total);
  return {
    json: { objective, chosen, value, ...(total === null ? {} : { total }), bound, gap, seconds },
    csv: [
      ['figure', 'candidate', 'value'],
      ['objective', null, objective],
      ...chosen.map((id) => ['chosen', id, null]),
      ['value', null, value],
      ...(total === null ? [] : [['total', null, total]]),
      ['bound', null, bound],
      ['gap', null, gap],
      ['seconds', null, seconds],
    ],
  };
}

function noteStopped({ gap, bound }: SiteAnswer, took: number, seconds: number): string[] {
  if (gap === 0) return [];
  if (took < seconds)
    return [
      `The search is over: no set can do better than ${bound}, ${(gap * 100).toPrecision(2)}% from this one. Numbers so far apart in size cannot be told apart more exactly.`,
    ];
  return [
    `Stopped after ${took} seconds: no set can do better than ${bound}, which is ${(gap * 100).toFixed(2)}% from this one. Give it longer with --seconds.`,
  ];
}

/** On a screen, one line that is written over; nothing where the error stream is a file. */
function showProgress({ answer, gap, phase }: SiteProgress): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${phase}: ${answer.value}, gap ${(gap * 100).toFixed(2)}%`);
  if (gap === 0) process.stderr.write('\r\u001b[K');
}
