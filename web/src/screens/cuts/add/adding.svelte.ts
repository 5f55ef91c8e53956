import type { Cut, CutType } from '@kith/core/scenario/cut';

/** A spot on the map, in degrees. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** What the part of the screen that adds a cut is doing. The form and the map both read it. */
export class Adding {
  /** Whether the form stands open. */
  open = $state(false);
  way: CutType = $state('close');
  /** Position of the cut that is being changed; null while a new one is made. */
  index: number | null = $state(null);
  /** What the form begins with: the cut that is changed, or what is known already of a new one. */
  from: Partial<Cut> | null = $state.raw(null);
  /** Rises with every start, so that a form begun anew forgets what was in it. */
  turn = $state(0);
  /** The map is asked for a spot. */
  wantsSpot = $state(false);
  /** Where the new place stands so far; shown on the map while the form is open. */
  spot: Spot | null = $state.raw(null);
  #take: ((spot: Spot) => void) | null = null;

  start(way: CutType, from: Partial<Cut> | null = null): void {
    this.#begin(way, null, from);
  }
  change(index: number, cut: Cut): void {
    this.#begin(cut.type, index, cut);
  }
  /** Puts the form away, with what was in it. */
  close(): void {
    this.open = false;
    this.way = 'close';
    this.turn += 1;
    this.index = null;
    this.from = null;
    this.spot = null;
    this.dropSpot();
  }

  /** Asks the map for a spot; the answer is given once. */
  askSpot(take: (spot: Spot) => void): void {
    this.#take = take;
    this.wantsSpot = true;
  }
  giveSpot(spot: Spot): void {
    const take = this.#take;
    this.dropSpot();
    take?.(spot);
  }
  dropSpot(): void {
    this.#take = null;
    this.wantsSpot = false;
  }

  #begin(way: CutType, index: number | null, from: Partial<Cut> | null): void {
    this.close();
    this.way = way;
    this.index = index;
    this.from = from;
    this.open = true;
  }
}
