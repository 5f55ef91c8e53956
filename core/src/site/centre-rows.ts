import { at, type CoverTable, coverTable } from './cover-table.ts';
import type { SiteProblem } from './problem.ts';

/**
 * The few demands that decide how far the farthest is. Most are served within whatever serves the others, so p-centre
 * is asked of a few, and whoever an answer leaves too far off joins them (relaxation, Chen and Chen 2009). What is
 * impossible for some is impossible for all.
 */
export class CentreRows {
  readonly #problem: SiteProblem;
  readonly #rows: number[] = [];
  readonly #isIn: Uint8Array;
  /** Every candidate's cost to the demands that joined, one after the other: a small problem of its own. */
  #part: SiteProblem;

  /** Begins with the demands met by opening the nearest candidate of whoever is farthest, over and over. */
  constructor(problem: SiteProblem) {
    this.#problem = problem;
    this.#isIn = new Uint8Array(problem.costs.demands);
    this.#part = problem;
    this.#join(farthestFirst(problem).met);
  }

  /** How many demands joined so far. */
  get size(): number {
    return this.#rows.length;
  }

  /** Who can serve those that joined within a radius: a demand for each, in the order in which they joined. */
  table(radius: number): CoverTable {
    return coverTable(this.#part, radius);
  }

  /** Of the demands of each open candidate, the farthest beyond the radius joins. @returns false when there is none. */
  joinBeyond(chosen: readonly number[], radius: number): boolean {
    const { weights, costs } = this.#problem;
    const farthest = new Map<number, { demand: number; cost: number }>();
    for (let demand = 0; demand < costs.demands; demand++) {
      if (at(weights, demand) === 0) continue;
      let nearest = -1;
      let least = Infinity;
      for (let slot = 0; slot < chosen.length; slot++) {
        const cost = costs.values[demand * costs.candidates + (chosen[slot] as number)] as number;
        if (cost < least || nearest < 0) [nearest, least] = [slot, cost];
      }
      if (least <= radius) continue;
      const known = farthest.get(nearest);
      if (!known || least > known.cost) farthest.set(nearest, { demand, cost: least });
    }
    return this.#join([...farthest.values()].map(({ demand }) => demand));
  }

  #join(demands: readonly number[]): boolean {
    const before = this.#rows.length;
    for (const demand of demands) {
      if (this.#isIn[demand] === 1) continue;
      this.#isIn[demand] = 1;
      this.#rows.push(demand);
    }
    const { costs } = this.#problem;
    const { candidates } = costs;
    const values = new Float64Array(this.#rows.length * candidates);
    this.#rows.forEach((demand, row) => {
      values.set(costs.values.subarray(demand * candidates, (demand + 1) * candidates), row * candidates);
    });
    this.#part = {
      ...this.#problem,
      weights: new Float64Array(this.#rows.length).fill(1),
      costs: { demands: this.#rows.length, candidates, values },
    };
    return this.#rows.length > before;
  }
}

/** Opens the nearest candidate of whoever is farthest from what is open, over and over; and who that was. */
export function farthestFirst({ weights, costs, open, fixed }: SiteProblem): {
  readonly chosen: readonly number[];
  readonly met: readonly number[];
} {
  const { demands, candidates, values } = costs;
  const chosen: number[] = [];
  const met: number[] = [];
  const isOpen = new Uint8Array(candidates);
  const nearest = new Float64Array(demands).fill(Infinity);
  const take = (candidate: number) => {
    chosen.push(candidate);
    isOpen[candidate] = 1;
    for (let demand = 0; demand < demands; demand++)
      nearest[demand] = Math.min(at(nearest, demand), at(values, demand * candidates + candidate));
  };
  fixed.forEach(take);
  const farthestOf = () => {
    let farthest = -1;
    for (let demand = 0; demand < demands; demand++)
      if (at(weights, demand) > 0 && (farthest < 0 || at(nearest, demand) > at(nearest, farthest)))
        farthest = demand;
    if (farthest >= 0) met.push(farthest);
    return farthest;
  };
  while (chosen.length < open) {
    const row = Math.max(0, farthestOf()) * candidates;
    let best = -1;
    for (let candidate = 0; candidate < candidates; candidate++) {
      if (isOpen[candidate] === 1) continue;
      if (best < 0 || at(values, row + candidate) < at(values, row + best)) best = candidate;
    }
    take(best);
  }
  farthestOf();
  return { chosen, met };
}
