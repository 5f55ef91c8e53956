import { CentreRows } from './centre-rows.ts';
import { reduceSetCovering } from './cover-reduce.ts';
import { at, type CoverTable, candidatesOf } from './cover-table.ts';
import { MipBuilder } from './mip-builder.ts';
import { packing } from './packing.ts';
import type { SiteRun } from './site-run.ts';
import { coverEverybody } from './start-centre.ts';

/**
 * p-centre, exactly: the largest cost is one of the costs there are, so halve their list, asking each time whether so
 * many candidates can serve everybody within the middle one.
 */
export function solveCentre(run: SiteRun): void {
  const { problem } = run;
  const rows = new CentreRows(problem);
  let costs = costsBetween(run);
  // The bound is the least cost not yet shown too small; the answer is above all that are left.
  while (costs.length > 0 && !run.isOver) {
    const middle = Math.floor((costs.length - 1) / 2);
    const radius = at(costs, middle);
    const found = coverWithin(run, rows, radius);
    if (found === 'not known') return;
    if (found === 'impossible') {
      costs = costs.subarray(middle + 1);
      run.provenBound(costs.length > 0 ? at(costs, 0) : run.answer.value, 'search');
    } else {
      run.offer(found, 'search');
      const { value } = run.answer;
      costs = costs.subarray(0, middle).filter((cost) => cost < value);
    }
  }
  if (costs.length === 0) run.provenBound(run.answer.value, 'search');
}

/** The different costs from the bound up to below the answer, rising. */
function costsBetween({ problem, answer }: SiteRun): Float64Array {
  const { weights, costs } = problem;
  const found: number[] = [];
  for (let demand = 0; demand < costs.demands; demand++) {
    if (at(weights, demand) === 0) continue;
    for (let place = demand * costs.candidates; place < (demand + 1) * costs.candidates; place++) {
      const cost = at(costs.values, place);
      if (cost >= answer.bound && cost < answer.value) found.push(cost);
    }
  }
  return Float64Array.from(found)
    .sort()
    .filter((cost, place, all) => place === 0 || cost !== all[place - 1]);
}

/** `coverAll` for every demand of some weight, asked of the few that decide it. */
export function coverWithin(run: SiteRun, rows: CentreRows, radius: number): ReturnType<typeof coverAll> {
  for (;;) {
    const found = coverAll(run, rows.table(radius));
    if (typeof found === 'string' || !rows.joinBeyond(found, radius)) return found;
  }
}

/**
 * A set of `open` candidates, the fixed among them, that serves every demand of a table; 'impossible' when it is
 * proven that none does, 'not known' when time ran out.
 */
function coverAll(run: SiteRun, table: CoverTable): readonly number[] | 'impossible' | 'not known' {
  const { open, fixed } = run.problem;
  for (let demand = 0; demand < table.demands; demand++)
    if (candidatesOf(table, demand).length === 0) return 'impossible';
  const count = open - fixed.length;
  if (packing(table, fixed) > count) return 'impossible';
  const easily = coverEverybody(table, open, fixed);
  if (easily) return easily;
  const reduced = reduceSetCovering(table, fixed);
  const left = count - reduced.forced.length;
  if (left < 0 || (left === 0 && reduced.table.demands > 0)) return 'impossible';
  const builder = new MipBuilder('min');
  for (const _ of reduced.candidates) builder.yesNo(1);
  builder.sum(0, left, [...reduced.candidates.keys()]);
  for (let demand = 0; demand < reduced.table.demands; demand++)
    builder.sum(1, Infinity, [...candidatesOf(reduced.table, demand)]);
  const { status, values } =
    reduced.table.demands === 0
      ? { status: 'optimal', values: new Float64Array(0) }
      : run.solver.solve(builder.build(), { seconds: run.secondsLeft, within: left });
  if (values) {
    const opened = reduced.candidates.filter((_, place) => at(values, place) > 0.5);
    return fillUp([...fixed, ...reduced.forced, ...opened], open);
  }
  return status === 'infeasible' ? 'impossible' : 'not known';
}

/** Opens the lowest that are not open until there are `open`. */
function fillUp(chosen: readonly number[], open: number): number[] {
  const all = new Set(chosen);
  for (let candidate = 0; all.size < open; candidate++) all.add(candidate);
  return [...all];
}
