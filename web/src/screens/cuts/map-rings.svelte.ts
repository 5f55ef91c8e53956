import type { Bounds, Ring } from '../../map/types.ts';

/** Rings that a panel of the Cuts screen puts on the map, what they mean, and what choosing one does. */
export interface ShownRings {
  readonly rings: readonly Ring[];
  readonly chosen: string | null;
  /** For the legend: what a number in a ring counts. */
  readonly words: string;
  readonly onring: (id: string) => void;
}

const NOTHING: ShownRings = { rings: [], chosen: null, words: '', onring: () => undefined };

/** One panel at a time has rings on the map. Panels put them there in an effect and take them away at its end. */
class MapRings {
  shown: ShownRings = $state.raw(NOTHING);
  /** Where the map is asked to look so that the rings are seen; a new object is a new wish. */
  look: { readonly bounds: Bounds } | null = $state.raw(null);

  lookAt(bounds: Bounds): void {
    this.look = { bounds };
  }

  /** Returns how to take these away again; others put there since stay. */
  show(shown: ShownRings): () => void {
    this.shown = shown;
    return () => {
      if (this.shown === shown) this.shown = NOTHING;
    };
  }
}

export const mapRings = new MapRings();
