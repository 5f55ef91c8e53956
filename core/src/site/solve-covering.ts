import { type Reduced, reduceCovering } from './cover-reduce.ts';
import { CoverSearch } from './cover-search.ts';
import { at, type CoverTable, candidatesOf, coverTable, demandsOf } from './cover-table.ts';
import { MipBuilder } from './mip-builder.ts';
import { scaleFor } from './precision.ts';
import type { SiteRun } from './site-run.ts';

/**
 * Maximal covering, exactly: `z` is how far a demand is covered, at most the sum of its open candidates and at most 1.
 * `z` need not be whole: with whole candidates it becomes so by itself. A demand with one candidate left is part of
 * that candidate's own worth.
 */
export function solveCovering(run: SiteRun): void {
  const { problem } = run;
  const { weights, fixed, open, limit } = problem;
  const table = coverTable(problem, limit ?? 0);
  const base = new CoverSearch(table, weights, fixed).covered;
  const reduced = reduceCovering(table, weights, fixed);
  const count = open - fixed.length;
  const worth = ownWorth(reduced);
  const scale = scaleFor(run.sum);
  const builder = new MipBuilder('max');
  for (let candidate = 0; candidate < reduced.table.candidates; candidate++)
    builder.yesNo(at(worth, candidate) / scale);
  builder.sum(0, count, [...reduced.candidates.keys()]);
  const start = [...startOf(run, reduced)];
  for (let demand = 0; demand < reduced.table.demands; demand++) {
    const candidates = candidatesOf(reduced.table, demand);
    if (candidates.length < 2) continue;
    const z = builder.between(at(reduced.weights, demand) / scale, 1);
    builder.row(-Infinity, 0, [z, ...candidates], [1, ...Array.from(candidates, () => -1)]);
    start.push(
      Math.min(
        1,
        candidates.reduce((sum, candidate) => sum + (start[candidate] ?? 0), 0),
      ),
    );
  }
  const chosenOf = (values: Float64Array) => fillUp(run, table, reduced, values);
  const { bound, values, status } = run.solver.solve(builder.build(), {
    seconds: run.secondsLeft,
    start: Float64Array.from(start),
    onProgress: (progress) => {
      if (progress.values) run.offer(chosenOf(progress.values), 'search');
      run.bound(base + scale * progress.bound, 'search');
    },
  });
  if (values) run.offer(chosenOf(values), 'search');
  if (status === 'optimal') run.proven(base + scale * bound);
  else run.bound(base + scale * bound, 'search');
}

/** For each candidate the weight of the demands that it alone can serve. */
function ownWorth({ table, weights }: Reduced): Float64Array {
  return Float64Array.from({ length: table.candidates }, (_, candidate) =>
    demandsOf(table, candidate).reduce(
      (sum, demand) => sum + (candidatesOf(table, demand).length === 1 ? at(weights, demand) : 0),
      0,
    ),
  );
}

/** 1 for each candidate that is left and open in the answer so far, or stands in for one that is. */
export function startOf(run: SiteRun, { standIn, table }: Reduced): Float64Array {
  const start = new Float64Array(table.candidates);
  for (const candidate of run.answer.chosen) {
    const place = at(standIn, candidate);
    if (place >= 0) start[place] = 1;
  }
  return start;
}

/** The candidates a solution opens, the fixed, and where that is too few, whatever adds most. */
function fillUp(run: SiteRun, table: CoverTable, reduced: Reduced, values: Float64Array): readonly number[] {
  const { weights, fixed, open } = run.problem;
  const opened = reduced.candidates.filter((_, place) => at(values, place) > 0.5);
  const search = new CoverSearch(table, weights, [...fixed, ...opened].slice(0, open));
  search.openGreedily(open);
  return search.chosen;
}
