import Flatbush from 'flatbush';

/** An area drawn in metres of the National Grid. Rings in any order: holes and islands need no case of their own. */
export interface GridOutline {
  readonly code: string;
  readonly rings: readonly GridRing[];
}
export type GridRing = readonly (readonly [number, number])[];

/** Boundaries are drawn with few points, so piers and beaches fall outside: this far off the shore still counts. */
export const SHORE_METRES = 300;

/**
 * Which area a point lies in, by boundaries in metres. As exact as they are: by the super-generalised ones it errs
 * near an edge, by up to some hundred metres.
 */
export class AreaIndex {
  readonly #outlines: readonly GridOutline[];
  readonly #index: Flatbush | null;

  constructor(outlines: readonly GridOutline[]) {
    this.#outlines = outlines;
    this.#index = outlines.length === 0 ? null : new Flatbush(outlines.length);
    for (const { rings } of outlines) this.#index?.add(...boxOf(rings));
    this.#index?.finish();
  }

  /** The place in the list of the area the point lies in, or -1. Of two that both hold it, the lower code. */
  at(easting: number, northing: number): number {
    let found = -1;
    for (const place of this.#index?.search(easting, northing, easting, northing) ?? []) {
      const outline = this.#outlines[place] as GridOutline;
      if (!holds(outline.rings, easting, northing)) continue;
      if (found < 0 || outline.code < (this.#outlines[found] as GridOutline).code) found = place;
    }
    return found;
  }

  /** As `at`; where no area lies, the nearest within `SHORE_METRES`. Of two as near, the lower code. */
  atOrByShore(easting: number, northing: number): number {
    const inside = this.at(easting, northing);
    return inside >= 0 ? inside : this.#byShore(easting, northing);
  }

  areaAt(easting: number, northing: number): string | null {
    return this.#outlines[this.at(easting, northing)]?.code ?? null;
  }

  areaAtOrByShore(easting: number, northing: number): string | null {
    return this.#outlines[this.atOrByShore(easting, northing)]?.code ?? null;
  }

  #byShore(easting: number, northing: number): number {
    let best = -1;
    let bestMetres = Infinity;
    const near = this.#index?.search(
      easting - SHORE_METRES,
      northing - SHORE_METRES,
      easting + SHORE_METRES,
      northing + SHORE_METRES,
    );
    for (const place of near ?? []) {
      const outline = this.#outlines[place] as GridOutline;
      const metres = metresToEdge(outline.rings, easting, northing);
      if (metres > SHORE_METRES || metres > bestMetres) continue;
      if (metres === bestMetres && outline.code > (this.#outlines[best] as GridOutline).code) continue;
      best = place;
      bestMetres = metres;
    }
    return best;
  }
}

function boxOf(rings: readonly GridRing[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return [west, south, east, north];
}

/** Even-odd over all rings. */
function holds(rings: readonly GridRing[], easting: number, northing: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [x1, y1] = ring[at] as [number, number];
      const [x2, y2] = ring[before] as [number, number];
      if (y1 > northing !== y2 > northing && easting < ((x2 - x1) * (northing - y1)) / (y2 - y1) + x1)
        odd = !odd;
    }
  }
  return odd;
}

function metresToEdge(rings: readonly GridRing[], easting: number, northing: number): number {
  let best = Infinity;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [x1, y1] = ring[at - 1] as [number, number];
      const [x2, y2] = ring[at] as [number, number];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((easting - x1) * dx + (northing - y1) * dy) / length;
      const t = Math.min(1, Math.max(0, along));
      const [east, north] = [easting - x1 - t * dx, northing - y1 - t * dy];
      best = Math.min(best, Math.sqrt(east * east + north * north));
    }
  }
  return best;
}
