import { type Decay, decayWeight } from './decay.ts';

/** Pairs of demand and supply within reach of one another, by demand: those of `d` lie from `start[d]` to `start[d + 1]`. */
export interface CostPairs {
  readonly start: Int32Array;
  readonly supply: Int32Array;
  /** 0 or more, in any unit. */
  readonly cost: Float64Array;
}

export interface Catchment {
  /** Supply per head of each demand. */
  readonly access: Float64Array;
  /** Sum of people x access: the total supply, less what `unused` has. */
  readonly total: number;
  /** Supplies (rising) that nobody is within reach of, or only at a weight of 0: nobody is given a share of them. */
  readonly unused: readonly number[];
}

/**
 * Two-step floating catchment. Step one: each supply is shared over the people within the limit, each weighted by the
 * decay of their cost, `R = supply / sum(people x weight)`. Step two: the access of a demand is `sum(R x weight)` over
 * the supplies within the limit. So the supply that someone reaches is all given out: `sum(people x access)` is the
 * total supply. Source: method.md 2. Errs towards full use: nobody stays away, and nobody goes beyond the limit.
 *
 * @param people of each demand, 0 or more; a demand of nobody takes no share, but is told what it would have
 * @param supply of each place, 0 or more
 */
export function floatingCatchment(
  pairs: CostPairs,
  people: ArrayLike<number>,
  supply: ArrayLike<number>,
  decay: Decay,
): Catchment {
  const { start } = pairs;
  const demands = start.length - 1;
  const weights = Float64Array.from(pairs.cost, (cost) => decayWeight(decay, cost));
  const asked = new Float64Array(supply.length);
  for (let demand = 0; demand < demands; demand++) {
    for (let pair = start[demand] ?? 0; pair < (start[demand + 1] ?? 0); pair++) {
      const of = pairs.supply[pair] ?? 0;
      asked[of] = (asked[of] ?? 0) + (people[demand] ?? 0) * (weights[pair] ?? 0);
    }
  }
  const perHead = asked.map((sum, of) => (sum > 0 ? (supply[of] ?? 0) / sum : 0));
  const access = new Float64Array(demands);
  let total = 0;
  for (let demand = 0; demand < demands; demand++) {
    let sum = 0;
    for (let pair = start[demand] ?? 0; pair < (start[demand + 1] ?? 0); pair++)
      sum += (perHead[pairs.supply[pair] ?? 0] ?? 0) * (weights[pair] ?? 0);
    access[demand] = sum;
    total += (people[demand] ?? 0) * sum;
  }
  return { access, total, unused: [...asked.keys()].filter((of) => asked[of] === 0) };
}

/** The pairs of a full table of costs (demand by demand) that are within a limit, its end included. */
export function pairsWithin(
  table: { readonly demands: number; readonly candidates: number; readonly values: Float64Array },
  limit: number,
): CostPairs {
  const { demands, candidates, values } = table;
  const start = new Int32Array(demands + 1);
  for (let demand = 0; demand < demands; demand++) {
    let within = start[demand] ?? 0;
    for (let at = demand * candidates; at < (demand + 1) * candidates; at++)
      if ((values[at] ?? 0) <= limit) within++;
    start[demand + 1] = within;
  }
  const count = start[demands] ?? 0;
  const supply = new Int32Array(count);
  const cost = new Float64Array(count);
  let pair = 0;
  for (let at = 0; at < demands * candidates; at++) {
    const value = values[at] ?? 0;
    if (value > limit) continue;
    supply[pair] = at % candidates;
    cost[pair++] = value;
  }
  return { start, supply, cost };
}
