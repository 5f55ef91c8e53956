import { reduceSetCovering } from './cover-reduce.ts';
import { at, candidatesOf, coverTable } from './cover-table.ts';
import { MipBuilder } from './mip-builder.ts';
import type { SiteRun } from './site-run.ts';
import { startOf } from './solve-covering.ts';

/** Set covering, exactly: the fewest candidates so that each demand that the reductions leave has one of its own. */
export function solveSetCovering(run: SiteRun): void {
  const { problem } = run;
  const { fixed } = problem;
  const reduced = reduceSetCovering(coverTable(problem, problem.limit ?? 0), fixed);
  const base = [...fixed, ...reduced.forced];
  const chosenOf = (values: Float64Array) => [
    ...base,
    ...reduced.candidates.filter((_, place) => at(values, place) > 0.5),
  ];
  if (reduced.table.demands === 0) {
    run.offer(base, 'search');
    run.provenBound(base.length, 'search');
    return;
  }
  const builder = new MipBuilder('min');
  for (const _ of reduced.candidates) builder.yesNo(1);
  for (let demand = 0; demand < reduced.table.demands; demand++)
    builder.sum(1, Infinity, [...candidatesOf(reduced.table, demand)]);
  const { status, bound, values } = run.solver.solve(builder.build(), {
    seconds: run.secondsLeft,
    start: startOf(run, reduced),
    onProgress: (progress) => {
      if (progress.values) run.offer(chosenOf(progress.values), 'search');
      run.bound(base.length + progress.bound, 'search');
    },
  });
  if (values) run.offer(chosenOf(values), 'search');
  if (status === 'optimal') run.proven(base.length + bound);
  else run.bound(base.length + bound, 'search');
}
