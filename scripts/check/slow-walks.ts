import type { Baseline } from '@kith/core/reach/baseline';
import type { SlowPlace } from './slow-places.ts';

/** For each home point the nearest place (its position in the list, -1 for none) and the straight metres to it. */
export interface SlowNearest {
  readonly place: Int32Array;
  readonly straight: Float64Array;
}

/** Spots in a row, to be looked at one after the other. */
class Row {
  readonly #numbers: readonly number[];
  readonly #east: Float64Array;
  readonly #north: Float64Array;

  constructor(places: readonly SlowPlace[], is: (place: SlowPlace) => boolean) {
    const chosen = places.flatMap((place, at) => (is(place) ? [{ ...place, at }] : []));
    this.#numbers = chosen.map(({ at }) => at);
    this.#east = Float64Array.from(chosen, ({ east }) => east);
    this.#north = Float64Array.from(chosen, ({ north }) => north);
  }

  /** The nearest of all, if nearer than `square`; of two as near, the first. */
  nearest(x: number, y: number, square: number): { place: number; square: number } | null {
    let least = square;
    let found = -1;
    for (let at = 0; at < this.#east.length; at++) {
      const dx = (this.#east[at] ?? 0) - x;
      const dy = (this.#north[at] ?? 0) - y;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        found = at;
      }
    }
    return found < 0 ? null : { place: this.#numbers[found] ?? -1, square: least };
  }
}

/** The nearest place that counts before the cuts: every place is looked at from every home. */
export function nearestBefore(world: Baseline, places: readonly SlowPlace[]): SlowNearest {
  const all = new Row(places, ({ before }) => before === 'yes');
  return nearestOf(world, (x, y) => all.nearest(x, y, Number.POSITIVE_INFINITY));
}

/** The same after them. Where the nearest place still counts, only the new ones can be nearer: they come last. */
export function nearestAfter(
  world: Baseline,
  places: readonly SlowPlace[],
  before: SlowNearest,
): SlowNearest {
  const all = new Row(places, ({ after }) => after === 'yes');
  const added = new Row(places, (place) => place.before !== 'yes' && place.after === 'yes');
  return nearestOf(world, (x, y, home) => {
    const was = places[before.place[home] ?? -1];
    if (was?.after !== 'yes') return all.nearest(x, y, Number.POSITIVE_INFINITY);
    const square = (was.east - x) ** 2 + (was.north - y) ** 2;
    return added.nearest(x, y, square) ?? { place: before.place[home] ?? -1, square };
  });
}

function nearestOf(
  { homePoints }: Baseline,
  find: (x: number, y: number, home: number) => { place: number; square: number } | null,
): SlowNearest {
  const place = new Int32Array(homePoints.area.length).fill(-1);
  const straight = new Float64Array(place.length).fill(Number.POSITIVE_INFINITY);
  for (let home = 0; home < place.length; home++) {
    const found = find(homePoints.easting[home] ?? 0, homePoints.northing[home] ?? 0, home);
    if (found === null) continue;
    place[home] = found.place;
    straight[home] = Math.sqrt(found.square);
  }
  return { place, straight };
}
