import type { SiteProblem } from '@kith/core/site/problem';
import { leastCost } from '@kith/core/site/score';

/** A new place of an answer, and what it adds to those before it. */
export interface PickedSite {
  readonly candidate: number;
  /** Weight that comes within the limit by it. */
  readonly adds: number;
  /** The same counted in `people`. */
  readonly people: number;
}

/**
 * The new places of an answer in the order in which they add most to what stands: weight within the limit, or for
 * `p-median` weighted cost saved, so that nobody is counted twice and the parts add up to the whole. Ties keep the
 * order of candidates.
 * @param people residents of each demand
 */
export function orderPicks(
  problem: SiteProblem,
  chosen: readonly number[],
  limit: number,
  people: ArrayLike<number>,
): PickedSite[] {
  const { costs, weights, fixed, objective } = problem;
  const standing = new Set(fixed);
  const now = Float64Array.from({ length: costs.demands }, (_, demand) => leastCost(problem, fixed, demand));
  const costOf = (demand: number, candidate: number): number =>
    costs.values[demand * costs.candidates + candidate] ?? Infinity;
  const gain = (
    candidate: number,
  ): { readonly adds: number; readonly people: number; readonly saves: number } => {
    let [adds, heads, saves] = [0, 0, 0];
    for (let demand = 0; demand < costs.demands; demand++) {
      const cost = costOf(demand, candidate);
      const before = now[demand] ?? Infinity;
      const weight = weights[demand] ?? 0;
      if (cost >= before) continue;
      // Where nothing stood there is no saving to speak of: the nearer the better.
      saves += weight * (before === Infinity ? NOTHING_NEAR - cost : before - cost);
      if (cost <= limit && before > limit) {
        adds += weight;
        heads += people[demand] ?? 0;
      }
    }
    return { adds, people: heads, saves };
  };
  const by = ({ adds, saves }: { readonly adds: number; readonly saves: number }): number =>
    objective === 'p-median' ? saves : adds;
  // A gain only ever shrinks as others open: one that was worked out before is at most too high.
  const left = chosen
    .filter((candidate) => !standing.has(candidate))
    .map((candidate) => ({ candidate, gain: gain(candidate), fresh: 0 }));
  const picks: PickedSite[] = [];
  while (left.length > 0) {
    let best = 0;
    for (let at = 1; at < left.length; at++)
      if (by(left[at]?.gain ?? NO_GAIN) > by(left[best]?.gain ?? NO_GAIN)) best = at;
    const found = left[best];
    if (!found) break;
    if (found.fresh < picks.length) {
      found.gain = gain(found.candidate);
      found.fresh = picks.length;
      continue;
    }
    left.splice(best, 1);
    const { candidate } = found;
    picks.push({ candidate, adds: found.gain.adds, people: found.gain.people });
    for (let demand = 0; demand < costs.demands; demand++)
      now[demand] = Math.min(now[demand] ?? Infinity, costOf(demand, candidate));
  }
  return picks;
}

const NO_GAIN = { adds: 0, people: 0, saves: 0 };
/** Metres: farther than any walk on one map. */
const NOTHING_NEAR = 1_000_000;
