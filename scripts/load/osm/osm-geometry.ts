import pointOnFeature from '@turf/point-on-feature';

export type LonLat = readonly [lon: number, lat: number];

/** Positions of the nodes that ways need, in little memory: sorted ids with their degrees beside them. */
export class NodePositions {
  readonly #ids: Float64Array;
  readonly #degrees: Float64Array;

  constructor(ids: Iterable<number>) {
    this.#ids = Float64Array.from(new Set(ids)).sort();
    this.#degrees = new Float64Array(this.#ids.length * 2).fill(Number.NaN);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Keeps the position of a node that is needed; lets the others go. */
  put(id: number, lon: number, lat: number): void {
    const at = this.#find(id);
    if (at >= 0) this.#degrees.set([lon, lat], at * 2);
  }

  /** Null where the file has no such node: it was cut at the edge of the extract. */
  at(id: number): LonLat | null {
    const at = this.#find(id);
    const lon = this.#degrees[at * 2];
    return at < 0 || lon === undefined || Number.isNaN(lon)
      ? null
      : [lon, this.#degrees[at * 2 + 1] as number];
  }

  #find(id: number): number {
    let [low, high] = [0, this.#ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.#ids[middle] as number;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/**
 * A point on the surface of what the lines draw: of an area where they close, else on the longest line.
 * Null where no line has two points.
 */
export function pointOnSurface(lines: readonly (readonly LonLat[])[]): LonLat | null {
  const whole = joined(lines.filter((line) => line.length > 1));
  const rings = whole.filter((line) => line.length > 3 && same(line[0], line.at(-1)));
  const [longest] = [...whole].sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  const largest = [...rings].sort((a, b) => size(b) - size(a))[0];
  const geometry =
    largest === undefined
      ? { type: 'LineString' as const, coordinates: longest.map(([lon, lat]) => [lon, lat]) }
      : { type: 'Polygon' as const, coordinates: [largest.map(([lon, lat]) => [lon, lat])] };
  const [lon, lat] = pointOnFeature({ type: 'Feature', properties: {}, geometry }).geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** The outer line of an area is often drawn in pieces: pieces that meet at an end become one. */
function joined(lines: readonly (readonly LonLat[])[]): LonLat[][] {
  const left = lines.map((line) => [...line]);
  const whole: LonLat[][] = [];
  for (let line = left.shift(); line !== undefined; line = left.shift()) {
    for (let at = 0; at < left.length && !same(line[0], line.at(-1)); ) {
      const other = left[at] as LonLat[];
      const next = same(line.at(-1), other[0])
        ? other
        : same(line.at(-1), other.at(-1))
          ? other.reverse()
          : null;
      if (next === null) {
        at += 1;
        continue;
      }
      line.push(...next.slice(1));
      left.splice(at, 1);
      at = 0;
    }
    whole.push(line);
  }
  return whole;
}

function same(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Square degrees, only to compare rings beside each other. */
function size(ring: readonly LonLat[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [ring[at - 1] as LonLat, ring[at] as LonLat];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice);
}
