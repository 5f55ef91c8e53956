/**
 * What closing candidates does, over a full table of costs instead of a map: nearest means least cost. Sums are
 * taken in the order of the demands.
 */
export interface CostTable {
  readonly demands: number;
  readonly candidates: number;
  /** Demand by demand: `values[demand * candidates + candidate]`, 0 or more; Infinity where it is out of reach. */
  readonly values: Float64Array;
}

export interface Closure {
  /** Weight whose nearest candidate is within the limit (its end included), with all open and after the closing. */
  readonly before: number;
  readonly after: number;
  readonly lost: number;
  /** Weighted means of the nearest cost over all demand of some weight; null where some of it has no candidate left. */
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  /** Nearest cost of each demand; Infinity where none is left. */
  readonly nearestBefore: Float64Array;
  readonly nearestAfter: Float64Array;
}

/** Compares the nearest cost of every demand with all candidates open and with some of them closed. */
export function closeCandidates(
  table: CostTable,
  weights: ArrayLike<number>,
  limit: number,
  closed: Iterable<number>,
): Closure {
  const gone = new Set(closed);
  const nearestBefore = nearestCosts(table, new Set());
  const nearestAfter = nearestCosts(table, gone);
  const before = weightWithin(nearestBefore, weights, limit);
  const after = weightWithin(nearestAfter, weights, limit);
  return {
    before,
    after,
    lost: weightWithin(nearestBefore, weights, limit, nearestAfter),
    meanBefore: weightedMean(nearestBefore, weights),
    meanAfter: weightedMean(nearestAfter, weights),
    nearestBefore,
    nearestAfter,
  };
}

function nearestCosts({ demands, candidates, values }: CostTable, gone: ReadonlySet<number>): Float64Array {
  const nearest = new Float64Array(demands).fill(Number.POSITIVE_INFINITY);
  for (let demand = 0; demand < demands; demand++) {
    let least = Number.POSITIVE_INFINITY;
    for (let candidate = 0; candidate < candidates; candidate++) {
      const cost = values[demand * candidates + candidate] ?? Number.POSITIVE_INFINITY;
      if (cost < least && !gone.has(candidate)) least = cost;
    }
    nearest[demand] = least;
  }
  return nearest;
}

/** @param beyond only demand that is not within the limit of these: a small loss from millions keeps all its figures. */
function weightWithin(
  nearest: Float64Array,
  weights: ArrayLike<number>,
  limit: number,
  beyond?: Float64Array,
): number {
  const counts = (cost: number, demand: number) =>
    cost <= limit && !((beyond?.[demand] ?? Number.POSITIVE_INFINITY) <= limit);
  return nearest.reduce((sum, cost, demand) => sum + (counts(cost, demand) ? (weights[demand] ?? 0) : 0), 0);
}

function weightedMean(nearest: Float64Array, weights: ArrayLike<number>): number | null {
  let sum = 0;
  let all = 0;
  for (const [demand, cost] of nearest.entries()) {
    const weight = weights[demand] ?? 0;
    if (weight === 0) continue;
    sum += weight * cost;
    all += weight;
  }
  return all > 0 && Number.isFinite(sum) ? sum / all : null;
}

/** The weight that loses reach if a candidate alone closes, for each of them: it has that one within the limit and no other. */
export function lostWithout(
  { demands, candidates, values }: CostTable,
  weights: ArrayLike<number>,
  limit: number,
): Float64Array {
  const lost = new Float64Array(candidates);
  for (let demand = 0; demand < demands; demand++) {
    let only = -1;
    let within = 0;
    for (let candidate = 0; candidate < candidates && within < 2; candidate++) {
      if ((values[demand * candidates + candidate] ?? Number.POSITIVE_INFINITY) > limit) continue;
      only = candidate;
      within++;
    }
    if (within === 1) lost[only] = (lost[only] ?? 0) + (weights[demand] ?? 0);
  }
  return lost;
}
