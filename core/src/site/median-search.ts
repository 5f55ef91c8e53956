import { at } from './cover-table.ts';
import type { SiteProblem } from './problem.ts';

/** The demands of some weight alone, with every cost finite, so that loops need not ask. */
export interface MedianTable {
  readonly demands: number;
  readonly candidates: number;
  readonly weights: Float64Array;
  /** Demand by demand; a cost that was infinite is `none`. */
  readonly costs: Float64Array;
  /** More than any real cost: serving nobody costs this. */
  readonly none: number;
}

/** How many times the largest cost it is to serve nobody: dear enough that serving comes first, and still exact. */
const DEARER = 64;

/** The table of a problem; its own costs where nothing has to be left out. */
export function medianTable({ weights, costs }: SiteProblem): MedianTable {
  const { candidates, values } = costs;
  const kept: number[] = [];
  for (let demand = 0; demand < costs.demands; demand++) if (at(weights, demand) > 0) kept.push(demand);
  let largest = 0;
  let infinite = false;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (value === Infinity) infinite = true;
    else if (value > largest) largest = value;
  }
  const none = (largest > 0 ? largest : 1) * DEARER;
  const base = { demands: kept.length, candidates, none };
  if (!infinite && kept.length === costs.demands) return { ...base, weights, costs: values };
  const own = new Float64Array(kept.length * candidates);
  kept.forEach((demand, row) => {
    own.set(values.subarray(demand * candidates, (demand + 1) * candidates), row * candidates);
  });
  if (infinite)
    for (let place = 0; place < own.length; place++) if (own[place] === Infinity) own[place] = none;
  return { ...base, weights: Float64Array.from(kept, (demand) => at(weights, demand)), costs: own };
}

/**
 * Fast interchange for p-median (Whitaker 1983; Resende and Werneck 2004): for each demand its nearest and second
 * nearest open candidate, and from these what every opening saves, every closing costs and every pair of the two
 * has in common. Only demands that a swap touches are counted anew. Ties always go to the lower index.
 */
export class MedianSearch {
  readonly #table: MedianTable;
  readonly #fixed: ReadonlySet<number>;
  readonly #open: number[];
  readonly #isOpen: Uint8Array;
  /** Slot (place in `#open`) of the nearest and second nearest, -1 for none, and their costs. */
  readonly #near: Int32Array;
  readonly #next: Int32Array;
  readonly #nearCost: Float64Array;
  readonly #nextCost: Float64Array;
  readonly #saves: Float64Array;
  #loses = new Float64Array(0);
  #common: Float64Array[] = [];

  /** @param fixed never closed. @param chosen open to begin with, the fixed among them. */
  constructor(table: MedianTable, fixed: readonly number[], chosen: readonly number[] = fixed) {
    const { demands, candidates, none } = table;
    this.#table = table;
    this.#fixed = new Set(fixed);
    this.#open = [...chosen];
    this.#isOpen = new Uint8Array(candidates);
    for (const candidate of chosen) this.#isOpen[candidate] = 1;
    this.#near = new Int32Array(demands).fill(-1);
    this.#next = new Int32Array(demands).fill(-1);
    this.#nearCost = new Float64Array(demands).fill(none);
    this.#nextCost = new Float64Array(demands).fill(none);
    this.#saves = new Float64Array(candidates);
    for (let demand = 0; demand < demands; demand++) this.#findNearest(demand);
  }

  get chosen(): readonly number[] {
    return this.#open;
  }

  /** Weight times cost of the nearest, over all demands. */
  get total(): number {
    let total = 0;
    for (let demand = 0; demand < this.#table.demands; demand++)
      total += at(this.#table.weights, demand) * at(this.#nearCost, demand);
    return total;
  }

  /** What opening each candidate now would save; about 0 for those that are open. */
  get saves(): Float64Array {
    return this.#saves;
  }

  /** Opens those that save most, one by one, until `count` are open. */
  openGreedily(count: number, onEach?: () => void): void {
    this.#countSaves();
    onEach?.();
    while (this.#open.length < count) {
      let best = -1;
      for (let candidate = 0; candidate < this.#table.candidates; candidate++) {
        if (this.#isOpen[candidate] === 1) continue;
        if (best < 0 || at(this.#saves, candidate) > at(this.#saves, best)) best = candidate;
      }
      this.#open.push(best);
      this.#isOpen[best] = 1;
      this.#takeIn(best);
      onEach?.();
    }
  }

  /** Closes one for another as long as that costs less, the best swap each time, or until told to stop. */
  swap(stop: () => boolean = () => false): void {
    this.#countAll();
    let total = this.total;
    let fresh = true;
    while (!stop()) {
      const found = this.#bestSwap();
      if (found && this.#totalAfter(found.slot, found.candidate) < total) {
        this.#replace(found.slot, found.candidate);
        total = this.total;
        fresh = false;
      } else if (fresh) return;
      else {
        // Sums that were added to and taken from many times have rounded: begin them again before giving up.
        this.#countAll();
        fresh = true;
      }
    }
  }

  #findNearest(demand: number): void {
    const { candidates, costs, none } = this.#table;
    let [near, next, nearCost, nextCost] = [-1, -1, none, none];
    for (let slot = 0; slot < this.#open.length; slot++) {
      const cost = costs[demand * candidates + (this.#open[slot] as number)] as number;
      if (cost < nearCost || near < 0) {
        [next, nextCost] = [near, nearCost];
        [near, nearCost] = [slot, cost];
      } else if (cost < nextCost || next < 0) [next, nextCost] = [slot, cost];
    }
    this.#near[demand] = near;
    this.#next[demand] = next;
    this.#nearCost[demand] = nearCost;
    this.#nextCost[demand] = nextCost;
  }

  #countSaves(): void {
    const { demands, candidates, costs, weights } = this.#table;
    const saves = this.#saves.fill(0);
    for (let demand = 0; demand < demands; demand++) {
      const weight = at(weights, demand);
      const near = at(this.#nearCost, demand);
      const row = demand * candidates;
      for (let candidate = 0; candidate < candidates; candidate++) {
        const less = near - (costs[row + candidate] as number);
        if (less > 0) saves[candidate] = (saves[candidate] as number) + weight * less;
      }
    }
  }

  /** After an opening: whoever is nearer to the new one saves less by all others. */
  #takeIn(opened: number): void {
    const { demands, candidates, costs, weights } = this.#table;
    const slot = this.#open.length - 1;
    const saves = this.#saves;
    for (let demand = 0; demand < demands; demand++) {
      const row = demand * candidates;
      const before = at(this.#nearCost, demand);
      const after = costs[row + opened] as number;
      if (after >= before) continue;
      const weight = at(weights, demand);
      for (let candidate = 0; candidate < candidates; candidate++) {
        const cost = costs[row + candidate] as number;
        if (cost >= before) continue;
        const less = cost > after ? before - cost : before - after;
        saves[candidate] = (saves[candidate] as number) - weight * less;
      }
      this.#near[demand] = slot;
      this.#nearCost[demand] = after;
    }
  }

  #countAll(): void {
    const { demands, candidates } = this.#table;
    this.#loses = new Float64Array(this.#open.length);
    this.#common = this.#open.map(() => new Float64Array(candidates));
    this.#saves.fill(0);
    for (let demand = 0; demand < demands; demand++) {
      this.#findNearest(demand);
      this.#count(demand, 1);
    }
  }

  /** Takes a demand into the sums, or out of them, as it now stands. */
  #count(demand: number, by: 1 | -1): void {
    const { candidates, costs, weights } = this.#table;
    const weight = by * at(weights, demand);
    const near = at(this.#nearCost, demand);
    const next = at(this.#nextCost, demand);
    const slot = at(this.#near, demand);
    const saves = this.#saves;
    const common = this.#common[slot] as Float64Array;
    this.#loses[slot] = at(this.#loses, slot) + weight * (next - near);
    const row = demand * candidates;
    const most = weight * (next - near);
    for (let candidate = 0; candidate < candidates; candidate++) {
      const cost = costs[row + candidate] as number;
      if (cost >= next) continue;
      if (cost < near) {
        saves[candidate] = (saves[candidate] as number) + weight * (near - cost);
        common[candidate] = (common[candidate] as number) + most;
      } else common[candidate] = (common[candidate] as number) + weight * (next - cost);
    }
  }

  #bestSwap(): { slot: number; candidate: number } | null {
    let best = 0;
    let found: { slot: number; candidate: number } | null = null;
    for (let slot = 0; slot < this.#open.length; slot++) {
      if (this.#fixed.has(this.#open[slot] as number)) continue;
      const loses = at(this.#loses, slot);
      const common = this.#common[slot] as Float64Array;
      for (let candidate = 0; candidate < common.length; candidate++) {
        const less = at(this.#saves, candidate) + at(common, candidate) - loses;
        if (less > best && this.#isOpen[candidate] === 0) {
          best = less;
          found = { slot, candidate };
        }
      }
    }
    return found;
  }

  /** What a swap would really cost in all: sums that were updated may say it a little differently. */
  #totalAfter(slot: number, candidate: number): number {
    const { demands, candidates, costs, weights } = this.#table;
    let total = 0;
    for (let demand = 0; demand < demands; demand++) {
      const stays = this.#near[demand] === slot ? at(this.#nextCost, demand) : at(this.#nearCost, demand);
      const other = costs[demand * candidates + candidate] as number;
      total += at(weights, demand) * Math.min(other, stays);
    }
    return total;
  }

  #replace(slot: number, candidate: number): void {
    const { demands, candidates, costs } = this.#table;
    const touched: number[] = [];
    for (let demand = 0; demand < demands; demand++) {
      const reached = (costs[demand * candidates + candidate] as number) < at(this.#nextCost, demand);
      if (!reached && this.#near[demand] !== slot && this.#next[demand] !== slot) continue;
      this.#count(demand, -1);
      touched.push(demand);
    }
    this.#isOpen[this.#open[slot] as number] = 0;
    this.#isOpen[candidate] = 1;
    this.#open[slot] = candidate;
    this.#loses[slot] = 0;
    (this.#common[slot] as Float64Array).fill(0);
    for (const demand of touched) {
      this.#findNearest(demand);
      this.#count(demand, 1);
    }
  }
}
