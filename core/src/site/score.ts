import type { SiteAnswer, SiteProblem } from './problem.ts';

/** What a set of open candidates is worth, by plain arithmetic in the order of the demands. */
export interface SiteScore {
  /** In the unit of `SiteAnswer.value`. */
  readonly value: number;
  readonly total: number | null;
}

/** @returns Infinity for `p-median` and `p-centre` where a demand of some weight has no open candidate. */
export function scoreOf(problem: SiteProblem, chosen: readonly number[]): SiteScore {
  const { objective, weights, costs, limit } = problem;
  if (objective === 'lscp') return { value: chosen.length, total: null };
  let total = 0;
  let covered = 0;
  let largest = 0;
  let weightSum = 0;
  for (let demand = 0; demand < costs.demands; demand++) {
    const weight = weights[demand] ?? 0;
    if (weight === 0) continue;
    const cost = leastCost(problem, chosen, demand);
    weightSum += weight;
    total += weight * cost;
    if (limit !== null && cost <= limit) covered += weight;
    if (cost > largest) largest = cost;
  }
  if (objective === 'mclp') return { value: covered, total: null };
  if (objective === 'p-centre') return { value: largest, total: null };
  return { value: weightSum === 0 ? 0 : total / weightSum, total };
}

/** What it costs to serve a demand from the nearest of some candidates; Infinity when there is none. */
export function leastCost({ costs }: SiteProblem, chosen: readonly number[], demand: number): number {
  let least = Infinity;
  for (const candidate of chosen) {
    const cost = costs.values[demand * costs.candidates + candidate] ?? Infinity;
    if (cost < least) least = cost;
  }
  return least;
}

/** An answer with its own score. A bound that the answer meets, or beats by rounding, is the value itself. */
export function answerOf(
  problem: SiteProblem,
  chosen: Iterable<number>,
  bound: number,
  found: SiteAnswer['found'],
): SiteAnswer {
  const { objective } = problem;
  const rising = [...chosen].sort((a, b) => a - b);
  const { value, total } = scoreOf(problem, rising);
  const met = objective === 'mclp' ? bound <= value : bound >= value;
  const kept = met ? value : bound;
  return { objective, chosen: rising, value, total, bound: kept, gap: gapBetween(value, kept), found };
}

/** |value - bound| / |value|; 0 where they are the same, Infinity where value alone is infinite or alone is 0. */
export function gapBetween(value: number, bound: number): number {
  if (value === bound) return 0;
  return Number.isFinite(value) && value !== 0 ? Math.abs(value - bound) / Math.abs(value) : Infinity;
}

/** Whether `a` is a better value than `b`. */
export function isBetter(problem: SiteProblem, a: number, b: number): boolean {
  return problem.objective === 'mclp' ? a > b : a < b;
}
