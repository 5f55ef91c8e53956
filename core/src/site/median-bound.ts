import { at } from './cover-table.ts';
import type { MedianTable } from './median-search.ts';
import { PRECISION } from './precision.ts';

/** A set of candidates and what it costs in all. */
export interface MedianFound {
  readonly chosen: readonly number[];
  readonly total: number;
}

// These set how soon the bound is good, never whether it is true.
/** The step at first, as a share of the distance to the best set: the usual one is below 2. */
const FIRST_STEP = 1.5;
/** Shorter steps move the bound no further. */
const LEAST_STEP = 1e-3;
/** Steps begin anew, shorter, for as long as that closes this share of the distance to the best set. */
const SECOND_STEP = 0.3;
const WORTH_WHILE = 0.1;
/** Rounds without a better bound before steps are halved and begun again from the best prices. */
const PATIENCE = 30;
/** Steps aim a little above the best total: aimed at it exactly they soon become too short to get anywhere. */
const AIM = 1.02;
/** Rounds in all, after which the solver takes over whatever is left. */
const MOST_ROUNDS = 3000;
/** How far above its price a pair is still listed, so that the lists need not be made anew each round. */
const MARGIN = 1.25;
/** Candidates are only ruled out when they are worse by more than rounding could make them. */
const ROUNDING = 1e-9;

/**
 * A bound from below on the total of p-median: each demand gets a price, "served once" is paid for instead of asked
 * for, and what is left falls apart into one sum per candidate (Lagrangian relaxation; prices are moved by
 * subgradients: Cornuejols, Fisher and Nemhauser 1977). Any prices give a true bound. With the total of a known set
 * they also show which candidates no better set can have, and which every better set must have; those are dropped or
 * kept open, and the rest narrows down.
 */
export class MedianBound {
  readonly #table: MedianTable;
  readonly #open: number;
  readonly #step: number;
  /** Candidates still in question, and those that every better set has. */
  #free: number[];
  readonly #forced: number[];
  #best: MedianFound;
  #bound = -Infinity;
  readonly #prices: Float64Array;
  readonly #bestPrices: Float64Array;
  readonly #caps: Float64Array;
  /** Pairs cheaper than their demand's cap: candidates and weight times cost, demand by demand. */
  readonly #starts: Int32Array;
  #candidateOf = new Int32Array(0);
  #costOf = new Float64Array(0);
  readonly #sums: Float64Array;
  #pace = FIRST_STEP;
  #stale = 0;
  #rounds = 0;
  /** Distance to the best set when steps last began. */
  #distance = Infinity;
  #taken: readonly number[] = [];

  /**
   * @param best a set that can serve every demand, the fixed among it.
   * @param step in which totals change (`stepOf`): a bound that leaves no room for a step less is a proof.
   */
  constructor(table: MedianTable, open: number, fixed: readonly number[], best: MedianFound, step = 0) {
    this.#table = table;
    this.#open = open;
    this.#step = step;
    this.#forced = [...fixed];
    const kept = new Set(fixed);
    this.#free = Array.from({ length: table.candidates }, (_, each) => each).filter(
      (each) => !kept.has(each),
    );
    this.#best = best;
    this.#prices = new Float64Array(table.demands);
    this.#caps = new Float64Array(table.demands);
    this.#starts = new Int32Array(table.demands + 1);
    this.#sums = new Float64Array(table.candidates);
    for (let demand = 0; demand < table.demands; demand++) this.#prices[demand] = this.#firstPrice(demand);
    this.#bestPrices = this.#prices.slice();
  }

  get bound(): number {
    return this.#free.length === 0 ? this.#best.total : Math.min(this.#bound, this.#best.total);
  }
  get best(): MedianFound {
    return this.#best;
  }
  get free(): readonly number[] {
    return this.#free;
  }
  get forced(): readonly number[] {
    return this.#forced;
  }
  /** The candidates that the present prices favour. */
  get favoured(): readonly number[] {
    return this.#taken;
  }
  get isProven(): boolean {
    const { total } = this.#best;
    return total - this.#bound <= Math.max(this.#step / 2, PRECISION * total) || this.#free.length === 0;
  }
  /** Whether more rounds would hardly help. */
  get isSpent(): boolean {
    return this.isProven || this.#pace < LEAST_STEP || this.#rounds >= MOST_ROUNDS;
  }

  /** Takes a better set, as from swaps. */
  take(found: MedianFound): void {
    if (found.total < this.#best.total) this.#best = found;
  }

  /** One round: a bound at the present prices, then better prices. */
  round(): void {
    this.#rounds++;
    this.#listPairs();
    this.#sumUp();
    const { taken, bound } = this.#choose();
    this.#taken = taken;
    if (bound > this.#bound) {
      this.#bound = bound;
      this.#bestPrices.set(this.#prices);
      this.#stale = 0;
    } else if (++this.#stale >= PATIENCE) {
      this.#pace /= 2;
      this.#stale = 0;
      this.#prices.set(this.#bestPrices);
      const distance = this.#best.total - this.#bound;
      if (this.#pace < LEAST_STEP && distance < (1 - WORTH_WHILE) * this.#distance) {
        this.#pace = SECOND_STEP;
        this.#distance = distance;
      }
      return;
    }
    this.#movePrices(taken, bound);
  }

  /** Rules candidates out, or in, at the best prices so far. */
  narrow(): void {
    const present = this.#prices.slice();
    this.#prices.set(this.#bestPrices);
    this.#listPairs();
    this.#sumUp();
    const { bound, lastIn, firstOut } = this.#choose();
    this.#prices.set(present);
    const most = this.#best.total * (1 + ROUNDING);
    const left: number[] = [];
    for (const candidate of this.#free) {
      const sum = at(this.#sums, candidate);
      if (sum > lastIn && bound + sum - lastIn > most) continue;
      if (sum < firstOut && bound + firstOut - sum > most) this.#forced.push(candidate);
      else left.push(candidate);
    }
    const count = this.#open - this.#forced.length;
    if (count === left.length) this.#forced.push(...left.splice(0));
    // Where too few are left to choose from, or nothing is left to choose, no other set can be better.
    this.#free = count <= 0 || left.length < count ? [] : left;
    if (this.#forced.length === this.#open) this.#takeForced();
  }

  /**
   * The pairs that a better set may use, demand by demand: those to candidates in question or forced, no dearer than
   * the nearest that is forced, and not shown too dear by the best prices.
   */
  pairs(demand: number): { readonly candidate: number; readonly cost: number }[] {
    const { candidates, costs, weights, none } = this.#table;
    const weight = at(weights, demand);
    const price = at(this.#bestPrices, demand);
    const row = demand * candidates;
    let nearest = none;
    let keeper = -1;
    for (const candidate of this.#forced) {
      const cost = at(costs, row + candidate);
      if (cost < nearest) [nearest, keeper] = [cost, candidate];
    }
    const slack = this.#best.total * (1 + ROUNDING) - this.#bound;
    const found: { candidate: number; cost: number }[] = [];
    for (const candidate of this.#free) {
      const cost = at(costs, row + candidate);
      if (cost < nearest && weight * cost - price <= slack) found.push({ candidate, cost: weight * cost });
    }
    if (keeper >= 0) found.push({ candidate: keeper, cost: weight * nearest });
    return found;
  }

  /** Between what the demand costs now and what it would cost at the second nearest. */
  #firstPrice(demand: number): number {
    const { candidates, costs, weights, none } = this.#table;
    let near = none;
    let next = none;
    for (const candidate of this.#best.chosen) {
      const cost = at(costs, demand * candidates + candidate);
      if (cost < near) [next, near] = [near, cost];
      else if (cost < next) next = cost;
    }
    if (next === none) next = near;
    return (at(weights, demand) * (near + next)) / 2;
  }

  #listPairs(): void {
    const { demands, candidates, costs, weights, none } = this.#table;
    let fits = this.#candidateOf.length > 0;
    for (let demand = 0; fits && demand < demands; demand++)
      fits = at(this.#prices, demand) <= at(this.#caps, demand);
    if (fits) return;
    const columns = [...this.#forced, ...this.#free].sort((a, b) => a - b);
    let size = Math.max(1024, this.#candidateOf.length);
    let candidateOf = new Int32Array(size);
    let costOf = new Float64Array(size);
    let pairs = 0;
    for (let demand = 0; demand < demands; demand++) {
      if (pairs + columns.length > size) {
        size = 2 * size + columns.length;
        const [wider, dearer] = [new Int32Array(size), new Float64Array(size)];
        wider.set(candidateOf);
        dearer.set(costOf);
        [candidateOf, costOf] = [wider, dearer];
      }
      const weight = at(weights, demand);
      const cap = Math.max(at(this.#prices, demand), 0) * MARGIN;
      this.#caps[demand] = cap;
      const row = demand * candidates;
      for (let index = 0; index < columns.length; index++) {
        const candidate = columns[index] as number;
        const cost = costs[row + candidate] as number;
        if (weight * cost >= cap || cost >= none) continue;
        candidateOf[pairs] = candidate;
        costOf[pairs++] = weight * cost;
      }
      this.#starts[demand + 1] = pairs;
    }
    this.#candidateOf = candidateOf;
    this.#costOf = costOf;
  }

  #sumUp(): void {
    const sums = this.#sums.fill(0);
    const { demands } = this.#table;
    const starts = this.#starts;
    const candidateOf = this.#candidateOf;
    const costOf = this.#costOf;
    for (let demand = 0; demand < demands; demand++) {
      const price = at(this.#prices, demand);
      const end = at(starts, demand + 1);
      for (let pair = at(starts, demand); pair < end; pair++) {
        const less = (costOf[pair] as number) - price;
        if (less >= 0) continue;
        const candidate = candidateOf[pair] as number;
        sums[candidate] = (sums[candidate] as number) + less;
      }
    }
  }

  /** The forced and the cheapest of the rest, what they cost at these prices, and the sums either side of the line. */
  #choose(): { taken: number[]; bound: number; lastIn: number; firstOut: number } {
    const sums = this.#sums;
    const count = this.#open - this.#forced.length;
    const order = [...this.#free].sort((a, b) => at(sums, a) - at(sums, b) || a - b);
    const taken = [...this.#forced, ...order.slice(0, count)];
    let bound = 0;
    for (const price of this.#prices) bound += price;
    for (const candidate of taken) bound += at(sums, candidate);
    const last = order[count - 1];
    const first = order[count];
    return {
      taken,
      bound,
      lastIn: last === undefined ? -Infinity : at(sums, last),
      firstOut: first === undefined ? Infinity : at(sums, first),
    };
  }

  #movePrices(taken: readonly number[], bound: number): void {
    const { demands, candidates, costs, weights, none } = this.#table;
    const lacks = new Int32Array(demands);
    let norm = 0;
    let total = 0;
    for (let demand = 0; demand < demands; demand++) {
      const weight = at(weights, demand);
      const price = at(this.#prices, demand);
      const row = demand * candidates;
      let lack = 1;
      let least = none;
      for (let index = 0; index < taken.length; index++) {
        const cost = costs[row + (taken[index] as number)] as number;
        if (weight * cost < price && cost < none) lack--;
        if (cost < least) least = cost;
      }
      lacks[demand] = lack;
      norm += lack * lack;
      total += least < none ? weight * least : Infinity;
    }
    if (taken.length === this.#open && total < this.#best.total) this.#best = { chosen: taken, total };
    if (norm === 0) return;
    const move = (this.#pace * (AIM * this.#best.total - bound)) / norm;
    for (let demand = 0; demand < demands; demand++)
      this.#prices[demand] = at(this.#prices, demand) + move * at(lacks, demand);
  }

  #takeForced(): void {
    const { demands, candidates, costs, weights, none } = this.#table;
    let total = 0;
    for (let demand = 0; demand < demands; demand++) {
      let least = none;
      for (const candidate of this.#forced)
        least = Math.min(least, at(costs, demand * candidates + candidate));
      total += least < none ? at(weights, demand) * least : Infinity;
    }
    this.take({ chosen: [...this.#forced], total });
  }
}
