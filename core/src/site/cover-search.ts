import { at, type CoverTable } from './cover-table.ts';

/**
 * Which candidates are open and how much weight they cover, with what each opening would add, each closing lose and
 * each pair of the two would cover in common, kept up to date one demand at a time (as in the fast interchange of
 * Whitaker 1983 and of Resende and Werneck 2004). Ties always go to the lower index.
 */
export class CoverSearch {
  readonly #table: CoverTable;
  readonly #weights: Float64Array;
  readonly #fixed: ReadonlySet<number>;
  /** Open candidates; a slot keeps its place when its candidate is swapped. */
  readonly #open: number[] = [];
  readonly #slotOf: Int32Array;
  /** How many open candidates cover a demand, and the sum of their slots: with one, that is the slot itself. */
  readonly #times: Int32Array;
  readonly #slots: Int32Array;
  readonly #gain: Float64Array;
  readonly #loss: number[] = [];
  readonly #common: Float64Array[] = [];
  /** Losses and what pairs have in common are only kept once somebody is to be closed. */
  #closes = false;
  #covered = 0;

  /** @param weights one per demand of the table. @param fixed opened at once, never closed. */
  constructor(table: CoverTable, weights: Float64Array, fixed: readonly number[]) {
    this.#table = table;
    this.#weights = weights;
    this.#fixed = new Set(fixed);
    this.#slotOf = new Int32Array(table.candidates).fill(-1);
    this.#times = new Int32Array(table.demands);
    this.#slots = new Int32Array(table.demands);
    this.#gain = new Float64Array(table.candidates);
    for (let demand = 0; demand < table.demands; demand++) this.#count(demand, 1);
    for (const candidate of fixed) this.open(candidate);
  }

  get chosen(): readonly number[] {
    return this.#open;
  }
  get covered(): number {
    return this.#covered;
  }

  /** What opening each candidate now would add; 0 for those that are open. */
  get gains(): Float64Array {
    return this.#gain;
  }

  open(candidate: number): void {
    const slot = this.#open.push(candidate) - 1;
    this.#slotOf[candidate] = slot;
    this.#loss.push(0);
    if (this.#closes) this.#common.push(new Float64Array(this.#table.candidates));
    this.#cover(candidate, slot, 1);
  }

  /** Opens those that add most, one by one, until `count` are open; those that add nothing too, lowest first. */
  openGreedily(count: number, onEach?: () => void): void {
    onEach?.();
    while (this.#open.length < count) {
      this.open(this.#bestToOpen());
      onEach?.();
    }
  }

  /** Closes one for another as long as that covers more, the best swap each time. */
  swap(most = Infinity): void {
    this.#beginToClose();
    for (let done = 0; done < most; done++) {
      let best = 0;
      let slotOut = -1;
      let candidateIn = -1;
      for (let slot = 0; slot < this.#open.length; slot++) {
        if (this.#fixed.has(this.#open[slot] as number)) continue;
        const loss = this.#loss[slot] as number;
        const common = this.#common[slot] as Float64Array;
        for (let candidate = 0; candidate < common.length; candidate++) {
          const more = at(this.#gain, candidate) + at(common, candidate) - loss;
          if (more > best && at(this.#slotOf, candidate) < 0) {
            best = more;
            slotOut = slot;
            candidateIn = candidate;
          }
        }
      }
      if (slotOut < 0) return;
      const before = this.#covered;
      this.#replace(slotOut, candidateIn);
      // Fractions may round to a gain that is none: stop rather than turn in a circle.
      if (this.#covered <= before) return;
    }
  }

  /** Closes the one that loses least, the last opened of several. @returns false where only fixed ones are open. */
  closeLeast(): boolean {
    this.#beginToClose();
    let least = -1;
    for (let slot = 0; slot < this.#open.length; slot++) {
      if (this.#fixed.has(this.#open[slot] as number)) continue;
      if (least < 0 || (this.#loss[slot] as number) <= (this.#loss[least] as number)) least = slot;
    }
    if (least < 0) return false;
    const last = this.#open.length - 1;
    if (least !== last) this.#exchangeSlots(least, last);
    this.#cover(this.#open[last] as number, last, -1);
    this.#slotOf[this.#open[last] as number] = -1;
    this.#open.pop();
    this.#loss.pop();
    this.#common.pop();
    return true;
  }

  #beginToClose(): void {
    if (this.#closes) return;
    this.#closes = true;
    for (const _ of this.#open) this.#common.push(new Float64Array(this.#table.candidates));
    for (let demand = 0; demand < this.#table.demands; demand++)
      if (this.#times[demand] === 1) this.#countShared(demand, at(this.#weights, demand));
  }

  #bestToOpen(): number {
    let best = -1;
    for (let candidate = 0; candidate < this.#gain.length; candidate++) {
      if (at(this.#slotOf, candidate) >= 0) continue;
      if (best < 0 || at(this.#gain, candidate) > at(this.#gain, best)) best = candidate;
    }
    return best;
  }

  #replace(slot: number, candidate: number): void {
    const closed = this.#open[slot] as number;
    this.#cover(closed, slot, -1);
    this.#slotOf[closed] = -1;
    this.#open[slot] = candidate;
    this.#slotOf[candidate] = slot;
    this.#cover(candidate, slot, 1);
  }

  /** Puts two open candidates into each other's slot. */
  #exchangeSlots(a: number, b: number): void {
    const [candidateA, candidateB] = [this.#open[a] as number, this.#open[b] as number];
    this.#cover(candidateA, a, -1);
    this.#cover(candidateB, b, -1);
    this.#open[a] = candidateB;
    this.#open[b] = candidateA;
    this.#slotOf[candidateB] = a;
    this.#slotOf[candidateA] = b;
    this.#cover(candidateB, a, 1);
    this.#cover(candidateA, b, 1);
  }

  #cover(candidate: number, slot: number, by: 1 | -1): void {
    const { candidateStarts, demandOf } = this.#table;
    const end = at(candidateStarts, candidate + 1);
    for (let pair = at(candidateStarts, candidate); pair < end; pair++) {
      const demand = at(demandOf, pair);
      this.#count(demand, -1);
      this.#times[demand] = at(this.#times, demand) + by;
      this.#slots[demand] = at(this.#slots, demand) + by * slot;
      this.#count(demand, 1);
    }
  }

  /** Takes a demand into the sums, or out of them, as it now stands. */
  #count(demand: number, by: 1 | -1): void {
    const times = at(this.#times, demand);
    const weight = by * at(this.#weights, demand);
    if (times > 0) this.#covered += weight;
    if (weight === 0) return;
    if (times === 0) this.#add(this.#gain, demand, weight);
    else if (times === 1 && this.#closes) this.#countShared(demand, weight);
  }

  #countShared(demand: number, weight: number): void {
    const slot = at(this.#slots, demand);
    this.#loss[slot] = (this.#loss[slot] as number) + weight;
    this.#add(this.#common[slot] as Float64Array, demand, weight);
  }

  #add(sums: Float64Array, demand: number, weight: number): void {
    const { demandStarts, candidateOf } = this.#table;
    const end = at(demandStarts, demand + 1);
    for (let pair = at(demandStarts, demand); pair < end; pair++) {
      const candidate = candidateOf[pair] as number;
      sums[candidate] = (sums[candidate] as number) + weight;
    }
  }
}
