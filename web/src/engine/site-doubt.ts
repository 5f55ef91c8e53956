import type { Baseline } from '@kith/core/reach/baseline';
import { detours, homeArrays } from '@kith/core/reach/columns';
import { isWithin } from '@kith/core/reach/detour';
import type { Band } from '@kith/core/scenario/report';
import type { SiteProblem } from '@kith/core/site/problem';
import { leastCost } from '@kith/core/site/score';

/** An answer counted again: the same sites, with streets that run straighter or less. */
export interface SiteDoubt {
  /** What each new place adds, in the order given: of those it is for, and in people. */
  readonly picks: readonly { readonly adds: Band; readonly people: Band }[];
  /** The same of all new places together. */
  readonly adds: Band;
  readonly people: Band;
  /** Of those it is for, who would have one within the limit. */
  readonly within: Band;
  /** For `p-median` the mean walk, for `p-centre` the longest, in metres; null for the others. */
  readonly walk: Band | null;
  /** The same walk with what is there now; null where there is nothing. */
  readonly walkBefore: Band | null;
  /** Of those it is for, who would have none within the limit under the high factor. */
  readonly without: number;
}

interface Asked {
  readonly baseline: Pick<Baseline, 'areas' | 'homePoints'>;
  readonly problem: SiteProblem;
  /** Home points of the baseline, in the order of the demands. */
  readonly demands: Int32Array;
  readonly limitMetres: number;
}

const FACTORS = [0, 1, 2] as const;
type Factor = (typeof FACTORS)[number];
const HIGH = 2;
type Three = [number, number, number];
const none = (): Three => [0, 0, 0];
const band = ([low, middle, high]: Readonly<Three>): Band => ({
  least: Math.min(low, middle, high),
  middle,
  most: Math.max(low, middle, high),
});

/**
 * Counts an answer under each detour factor, the sites as they are.
 * @param picked candidates that are new, in the order in which they are told
 * @param people residents of each demand
 */
export function doubtOf(
  { baseline, problem, demands, limitMetres }: Asked,
  picked: readonly number[],
  people: ArrayLike<number>,
): SiteDoubt {
  const { costs, weights, fixed, objective } = problem;
  const { low, middle, high } = detours(baseline);
  const { area } = homeArrays(baseline);
  const factors = Array.from(demands, (point): Three => {
    const at = area[point] ?? 0;
    return [low[at] ?? 1, middle[at] ?? 1, high[at] ?? 1];
  });
  // All places of one home are counted with one factor: whichever of them is nearest stays so.
  const nearest = factors.map((_, demand) => leastCost(problem, fixed, demand));
  const straight = factors.map(([, usual], demand) => straightOf(nearest[demand] ?? Infinity, usual));
  const reached = (demand: number, which: Factor): boolean =>
    isWithin(straight[demand] ?? Infinity, factors[demand]?.[which] ?? 1, limitMetres);
  const walkNow = (): Three => walks(objective, weights, straight, factors);

  const within = none();
  for (let demand = 0; demand < costs.demands; demand++)
    for (const which of FACTORS) if (reached(demand, which)) within[which] += weights[demand] ?? 0;
  const walkBefore = objective === 'p-median' || objective === 'p-centre' ? walkNow() : null;
  const [allAdds, allPeople] = [none(), none()];
  const picks = picked.map((candidate) => {
    const [adds, heads] = [none(), none()];
    for (let demand = 0; demand < costs.demands; demand++) {
      const cost = costs.values[demand * costs.candidates + candidate] ?? Infinity;
      if (cost >= (nearest[demand] ?? Infinity)) continue;
      nearest[demand] = cost;
      const before = FACTORS.map((which) => reached(demand, which));
      straight[demand] = straightOf(cost, factors[demand]?.[1] ?? 1);
      for (const which of FACTORS) {
        if (before[which] || !reached(demand, which)) continue;
        adds[which] += weights[demand] ?? 0;
        heads[which] += people[demand] ?? 0;
      }
    }
    for (const which of FACTORS) {
      allAdds[which] += adds[which];
      allPeople[which] += heads[which];
      within[which] += adds[which];
    }
    return { adds: band(adds), people: band(heads) };
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    picks,
    adds: band(allAdds),
    people: band(allPeople),
    within: band(within),
    walk: walkBefore && band(walkNow()),
    walkBefore: walkBefore && fixed.length > 0 ? band(walkBefore) : null,
    without: total - within[HIGH],
  };
}

/**
 * The straight metres of a cost, exactly: positions are whole metres, so the square of a line between two is a whole
 * number, and rounding finds it again.
 */
function straightOf(cost: number, factor: number): number {
  const near = cost / factor;
  return Number.isFinite(near) ? Math.sqrt(Math.round(near * near)) : Infinity;
}

function walks(
  objective: SiteProblem['objective'],
  weights: SiteProblem['weights'],
  straight: readonly number[],
  factors: readonly Three[],
): Three {
  const [sums, longest] = [none(), none()];
  let people = 0;
  for (const [demand, line] of straight.entries()) {
    const weight = weights[demand] ?? 0;
    if (weight === 0) continue;
    people += weight;
    for (const which of FACTORS) {
      const walk = line * (factors[demand]?.[which] ?? 1);
      sums[which] += weight * walk;
      longest[which] = Math.max(longest[which], walk);
    }
  }
  if (objective === 'p-centre') return longest;
  return people === 0 ? none() : [sums[0] / people, sums[1] / people, sums[2] / people];
}
