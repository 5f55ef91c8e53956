import type { SiteObjective, SiteProblem } from '@kith/core/site/problem';

/** Numbers from 0 to below 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 16_777_216;
  };
}

/**
 * A small problem that can be solved by trying everything: costs that tie, whole or not, some infinite; weights of 0;
 * no or some fixed places; one candidate; as many open as there are. Half of them lie on a plane and are easy; in the
 * others costs have no order and the best is hard to find by hand. Each demand of some weight can be served.
 */
export function randomProblem(objective: SiteObjective, seed: number): SiteProblem {
  const random = seeded(seed * 7919 + 17);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  for (let skip = 0; skip < 5; skip++) random();
  const isHard = random() < 0.5;
  const candidates = isHard ? 11 + whole(2) : random() < 0.1 ? 1 : 2 + whole(9);
  const demands = isHard ? 24 + whole(16) : 1 + whole(20);
  const isWhole = random() < 0.6;
  const infinite = random() < 0.3 ? 0.4 : 0;
  const onPlane = !isHard && random() < 0.7;
  const spot = () => [whole(12), whole(12)] as const;
  const at = Array.from({ length: candidates }, spot);
  const from = Array.from({ length: demands }, spot);
  const limit = onPlane ? 1 + whole(4) : 1 + whole(2);
  const values = Float64Array.from({ length: demands * candidates }, (_, pair) => {
    if (random() < infinite) return Infinity;
    const [x, y] = at[pair % candidates] ?? [0, 0];
    const [u, v] = from[Math.floor(pair / candidates)] ?? [0, 0];
    if (onPlane) return isWhole ? Math.abs(x - u) + Math.abs(y - v) : Math.sqrt((x - u) ** 2 + (y - v) ** 2);
    return isWhole ? whole(12) : random() * 12;
  });
  const weights = Float64Array.from({ length: demands }, () => {
    if (random() < 0.15) return 0;
    return isWhole ? 1 + whole(8) : random() * 9;
  });
  for (let demand = 0; demand < demands; demand++) {
    const row = values.subarray(demand * candidates, (demand + 1) * candidates);
    if (!row.some((cost) => cost < Infinity)) row[whole(candidates - 1)] = whole(12);
    if (objective === 'lscp' && !row.some((cost) => cost <= limit)) row[whole(candidates - 1)] = whole(limit);
  }
  const most = isHard ? 6 : Math.min(candidates, 7);
  const open = random() < 0.1 ? candidates : Math.max(isHard ? 3 : 1, 1 + whole(most - 1));
  const fixed = Array.from({ length: candidates }, (_, each) => each)
    .filter(() => random() < 0.12)
    .slice(0, open);
  return { objective, weights, costs: { demands, candidates, values }, open, limit, fixed };
}

/** The best value there is, by trying every set of candidates. */
export function bestByTrying(problem: SiteProblem): number {
  const { objective, costs, open, fixed } = problem;
  const served = servedBy(problem);
  let best = objective === 'mclp' ? -1 : Infinity;
  const must = fixed.reduce((mask, each) => mask | (1 << each), 0);
  for (let mask = 0; mask < 1 << costs.candidates; mask++) {
    if ((mask & must) !== must) continue;
    const chosen: number[] = [];
    for (let each = 0; each < costs.candidates; each++) if (mask & (1 << each)) chosen.push(each);
    if (objective === 'lscp' ? chosen.length >= best : chosen.length !== open) continue;
    const value = worth(problem, served, chosen);
    best = objective === 'mclp' ? Math.max(best, value) : Math.min(best, value);
  }
  return best;
}

/** The value of a set, straight from its definition; Infinity for a set that leaves somebody unserved. */
export function plainValue(problem: SiteProblem, chosen: readonly number[]): number {
  return worth(problem, servedBy(problem), chosen);
}

interface Served {
  readonly weight: number;
  readonly costs: readonly number[];
}

/** Demands of some weight. */
function servedBy({ weights, costs }: SiteProblem): Served[] {
  return [...weights].flatMap((weight, demand) => {
    const row = costs.values.slice(demand * costs.candidates, (demand + 1) * costs.candidates);
    return weight > 0 ? [{ weight, costs: [...row] }] : [];
  });
}

function worth(
  { objective, limit }: SiteProblem,
  served: readonly Served[],
  chosen: readonly number[],
): number {
  let [weight, covered, total, farthest] = [0, 0, 0, 0];
  for (const each of served) {
    let least = Infinity;
    for (const candidate of chosen) least = Math.min(least, each.costs[candidate] ?? Infinity);
    weight += each.weight;
    total += each.weight * least;
    farthest = Math.max(farthest, least);
    if (least <= (limit ?? Infinity)) covered += each.weight;
    else if (objective === 'lscp') return Infinity;
  }
  if (objective === 'mclp') return covered;
  if (objective === 'lscp') return chosen.length;
  if (objective === 'p-centre') return farthest;
  return weight === 0 ? 0 : total / weight;
}
