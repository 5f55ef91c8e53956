import { CentreRows } from './centre-rows.ts';
import { at } from './cover-table.ts';
import { MedianBound } from './median-bound.ts';
import { MedianSearch, type MedianTable, medianTable } from './median-search.ts';
import { MipBuilder } from './mip-builder.ts';
import { scaleFor } from './precision.ts';
import { scoreOf } from './score.ts';
import type { SiteRun } from './site-run.ts';
import { coverWithin } from './solve-centre.ts';

// These set how soon an answer is proven, never whether it is true.
/** Rounds between two looks at what can be ruled out. */
const ROUNDS = 25;
/** A model of fewer pairs is solved sooner than more rounds would make it smaller. */
const FEW_PAIRS = 600;
/** More pairs than this do not fit the solver's memory: rounds go on until time is over. */
const MOST_PAIRS = 2_000_000;

/**
 * p-median, exactly: prices narrow down which candidates and pairs a better set can have (see `MedianBound`), with
 * swaps from what they favour; a small mixed-integer program decides over what is left.
 */
export function solveMedian(run: SiteRun): void {
  const { problem } = run;
  const table = medianTable(problem);
  if (run.answer.value === Infinity && !startAnew(run, table)) return;
  const bound = new MedianBound(table, problem.open, problem.fixed, bestOf(run), run.step);
  const tried = new Set<string>();
  while (!run.isOver && !bound.isSpent) {
    for (let round = 0; round < ROUNDS && !bound.isSpent && run.secondsLeft > 0; round++) bound.round();
    swapFrom(run, table, bound, tried);
    bound.narrow();
    run.offer(bound.best.chosen, 'bound');
    run.bound(bound.bound, 'bound');
    if (pairsLeft(table, bound) <= FEW_PAIRS) break;
  }
  if (bound.isProven) run.proven(bound.bound);
  else if (!run.isOver) solveRest(run, table, bound);
}

/** A first set that serves everybody, where swaps found none. @returns whether there is one. */
function startAnew(run: SiteRun, table: MedianTable): boolean {
  const found = coverWithin(run, new CentreRows(run.problem), Number.MAX_VALUE);
  if (found === 'impossible') run.provenBound(Infinity, 'search');
  if (typeof found === 'string') return false;
  run.offer(found, 'search');
  const search = new MedianSearch(table, run.problem.fixed, found);
  search.swap(() => run.secondsLeft === 0);
  run.offer(search.chosen, 'swaps');
  return true;
}

function bestOf({ answer }: SiteRun) {
  return { chosen: answer.chosen, total: answer.total ?? 0 };
}

/** Swaps from the set that the present prices favour, once for each set. */
function swapFrom(run: SiteRun, table: MedianTable, bound: MedianBound, tried: Set<string>): void {
  const { favoured } = bound;
  const key = [...favoured].sort((a, b) => a - b).join();
  if (favoured.length !== run.problem.open || tried.has(key)) return;
  tried.add(key);
  const search = new MedianSearch(table, run.problem.fixed, favoured);
  search.swap(() => run.secondsLeft === 0);
  run.offer(search.chosen, 'bound');
  const { total } = scoreOf(run.problem, run.answer.chosen);
  bound.take({ chosen: run.answer.chosen, total: total ?? Infinity });
}

function pairsLeft(table: MedianTable, bound: MedianBound): number {
  let pairs = 0;
  for (let demand = 0; demand < table.demands; demand++) pairs += bound.pairs(demand).length;
  return pairs;
}

/** `x` serves a demand from a candidate, at most as far as that is open; each demand is served once. */
function solveRest(run: SiteRun, table: MedianTable, bound: MedianBound): void {
  const { open } = run.problem;
  const { free, forced } = bound;
  const scale = scaleFor(run.sum);
  const builder = new MipBuilder('min');
  const places = new Map(free.map((candidate) => [candidate, builder.yesNo(0)]));
  const count = open - forced.length;
  builder.sum(count, count, [...places.values()]);
  const chosen = new Set(run.answer.chosen);
  const start = free.map((candidate): number => (chosen.has(candidate) ? 1 : 0));
  let base = 0;
  let size = 0;
  for (let demand = 0; demand < table.demands; demand++) {
    const pairs = bound.pairs(demand);
    size += pairs.length;
    if (size > MOST_PAIRS) return;
    const least = pairs.reduce((sum, { cost }) => Math.min(sum, cost), Infinity);
    base += least;
    const served: number[] = [];
    let nearest = Infinity;
    let nearestAt = 0;
    for (const { candidate, cost } of pairs) {
      const x = builder.between((cost - least) / scale, 1);
      served.push(x);
      start.push(0);
      const y = places.get(candidate);
      if (y !== undefined) builder.row(-Infinity, 0, [x, y], [1, -1]);
      if (chosen.has(candidate) && cost < nearest) [nearest, nearestAt] = [cost, x];
    }
    builder.sum(1, 1, served);
    start[nearestAt] = 1;
  }
  const chosenOf = (values: Float64Array) => [
    ...forced,
    ...free.filter((_, place) => at(values, place) > 0.5),
  ];
  const {
    status,
    bound: found,
    values,
  } = run.solver.solve(builder.build(), {
    seconds: run.secondsLeft,
    start: Float64Array.from(start),
    onProgress: (progress) => {
      if (progress.values) run.offer(chosenOf(progress.values), 'search');
      run.bound(Math.min(run.sum, base + scale * progress.bound), 'search');
    },
  });
  if (values) run.offer(chosenOf(values), 'search');
  // Sets without the pairs left out are no better than the answer, so the answer itself bounds them.
  const least = Math.min(run.sum, base + scale * found);
  if (status === 'optimal') run.proven(least);
  else if (status === 'infeasible') run.provenBound(run.answer.value, 'search');
  else run.bound(least, 'search');
}
