import type { GeoJSONSourceDiff } from 'maplibre-gl';
import { collection, PinSet } from './pins.ts';
import type { Pins, ScenarioPins } from './types.ts';

/** The parts of a source that are used here. */
export interface PinSource {
  setData(data: ReturnType<typeof collection>): unknown;
  updateData(diff: GeoJSONSourceDiff): unknown;
}

/** Draws pins in their two sources, clusters and marks, and after the first time only what changes. */
export class PinPaint {
  #set: PinSet | null = null;
  /** Pins that are not in the clusters; null where those are to be drawn anew. */
  #taken: ReadonlySet<number> | null = null;

  /** The style was made anew, and with it its sources: all is to be drawn again. */
  forget(): void {
    this.#taken = null;
  }

  draw(
    sources: { readonly places: PinSource; readonly marks: PinSource },
    pins: Pins | null,
    chosen: string | null,
    scenario: ScenarioPins,
  ): void {
    if ((this.#set?.pins ?? null) !== pins) {
      this.#set = pins && new PinSet(pins);
      this.#taken = null;
    }
    const set = this.#set ?? new PinSet(NONE);
    const { features, taken } = set.marks(chosen, scenario);
    if (this.#taken === null) sources.places.setData(collection(set.places(taken)));
    else {
      const remove = [...taken].filter((index) => !this.#taken?.has(index));
      const add = [...this.#taken].filter((index) => !taken.has(index)).map((index) => set.place(index));
      if (remove.length + add.length > 0) sources.places.updateData({ remove, add });
    }
    sources.marks.setData(collection(features));
    this.#taken = taken;
  }
}

const NONE: Omit<Pins, 'version'> = {
  id: [],
  name: [],
  kind: [],
  status: [],
  lon: [],
  lat: [],
  precision: [],
  outside: [],
};
