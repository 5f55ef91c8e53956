import type { Feature, FeatureCollection, Point } from 'geojson';
import { fanOut } from './fan-out.ts';
import { type PinLook, pinName } from './pin-images.ts';
import type { Pins, ScenarioPins } from './types.ts';

/** Pins as points for the map, and those of them that must always be seen. */
export interface PinFeatures {
  readonly places: FeatureCollection<Point>;
  readonly marks: FeatureCollection<Point>;
}

/** Pins that always stand out, and which of the columns they are taken from: those leave the clusters. */
export interface Marks {
  readonly features: readonly Feature<Point>[];
  readonly taken: ReadonlySet<number>;
}

export const collection = (features: readonly Feature<Point>[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: [...features],
});

/** Nothing closes, nothing opens. */
export const AS_IT_IS: ScenarioPins = { closed: [], shortened: [], opened: [] };

/** The pins of one map. What grows with their number is done once, so that a scenario costs only what it changes. */
export class PinSet {
  readonly pins: Omit<Pins, 'version'>;
  readonly #slots: readonly number[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(pins: Omit<Pins, 'version'>) {
    this.pins = pins;
    this.#slots = fanOut(pins.lon, pins.lat);
    this.#numbers = new Map(pins.id.map((id, index) => [id, index]));
  }

  /** A pin as it looks outside any scenario. Its number is its id in the map's source. */
  place(index: number): Feature<Point> {
    return this.#feature(index, null, false);
  }

  /** All pins but some. */
  places(but: ReadonlySet<number>): Feature<Point>[] {
    return this.pins.id.flatMap((_, index) => (but.has(index) ? [] : [this.place(index)]));
  }

  /** The place chosen, those that the scenario changes, and what it opens. */
  marks(chosen: string | null, { closed, shortened, opened }: ScenarioPins): Marks {
    const looks = new Map<number, PinLook | null>();
    const put = (id: string, look: PinLook | null): void => {
      const index = this.#numbers.get(id);
      if (index !== undefined && !looks.get(index)) looks.set(index, look);
    };
    for (const id of closed) put(id, 'closed');
    for (const id of shortened) put(id, 'shorter');
    if (chosen !== null) put(chosen, null);
    const features = [...looks].map(([index, look]) =>
      this.#feature(index, look, this.pins.id[index] === chosen),
    );
    const fresh = opened.map(({ id, name, kind, lon, lat }): Feature<Point> => {
      const pin = pinName(kind, 'new', id === chosen);
      const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
      return { type: 'Feature', geometry, properties: { id, name, pin, slot: 0, order: 3 } };
    });
    return { features: [...features, ...fresh], taken: new Set(looks.keys()) };
  }

  #feature(index: number, changed: PinLook | null, selected: boolean): Feature<Point> {
    const { id, name, kind, status, lon, lat, precision } = this.pins;
    const gone = status[index] === 'closed' || status[index] === 'temporarily-closed';
    const known: PinLook = gone ? 'closed' : precision[index] === 'village' ? 'approximate' : 'open';
    const look = changed ?? known;
    return {
      type: 'Feature',
      id: index,
      geometry: { type: 'Point', coordinates: [lon[index] ?? 0, lat[index] ?? 0] },
      properties: {
        id: id[index] ?? '',
        name: name[index] ?? '',
        pin: pinName(kind[index] ?? 'other', look, selected),
        slot: this.#slots[index] ?? 0,
        // Who is known exactly stands above who is not, and a bench below both.
        order: selected ? 3 : kind[index] === 'bench' ? 0 : look === 'approximate' ? 1 : 2,
      },
    };
  }
}

/**
 * Turns columns into points. A place chosen, or changed by the scenario, becomes a mark and leaves the clusters, so
 * that it is never counted twice on the map. What the scenario opens is a mark from the start.
 */
export function pinFeatures(
  pins: Omit<Pins, 'version'>,
  chosen: string | null,
  scenario: ScenarioPins = AS_IT_IS,
): PinFeatures {
  const set = new PinSet(pins);
  const { features, taken } = set.marks(chosen, scenario);
  return { places: collection(set.places(taken)), marks: collection(features) };
}
