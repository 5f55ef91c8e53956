import Flatbush from 'flatbush';
import { gridOf } from './national-grid.ts';
import type { SharedFiles } from './shared-files.ts';

export const BOUNDARY_FILE = 'data/boundaries/lsoa21_england_wales.geojson.gz';

type Ring = readonly (readonly [number, number])[];
interface Shape {
  readonly code: string;
  readonly rings: readonly Ring[];
}
interface Feature {
  properties: { lsoa21_code: string };
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] };
}

/** The shore is drawn with a dozen points an area, so piers and beaches fall outside: this far still counts. */
export const SHORE_METRES = 300;

/**
 * Which LSOA a point lies in, by the super-generalised boundaries. They are used to sort points into areas
 * and are not carried into the starter. Errs near an edge, by up to some hundred metres.
 */
export class AreaShapes {
  readonly #shapes: readonly Shape[];
  readonly #index: Flatbush;

  constructor(files: SharedFiles) {
    const { features } = JSON.parse(files.text(BOUNDARY_FILE)) as { features: Feature[] };
    this.#shapes = features.filter(isNearAPatch).map((feature) => ({
      code: feature.properties.lsoa21_code,
      rings: ringsOf(feature).map((ring) => ring.map(([lon, lat]) => gridOf(lon as number, lat as number))),
    }));
    this.#index = new Flatbush(this.#shapes.length);
    for (const shape of this.#shapes) {
      const points = shape.rings.flat();
      const easts = points.map(([easting]) => easting);
      const norths = points.map(([, northing]) => northing);
      this.#index.add(Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths));
    }
    this.#index.finish();
  }

  /** The code of the area the point lies in, or null. */
  areaAt(easting: number, northing: number): string | null {
    const hits = this.#index
      .search(easting, northing, easting, northing)
      .map((at) => this.#shapes[at] as Shape);
    const holds = hits.filter((shape) => inside(shape, easting, northing)).map((shape) => shape.code);
    return holds.sort()[0] ?? null;
  }

  /** As `areaAt`; off the shore, where no area lies, the nearest one within `SHORE_METRES`. */
  areaAtOrByShore(easting: number, northing: number): string | null {
    const at = this.areaAt(easting, northing);
    if (at !== null) return at;
    const [west, south, east, north] = [
      easting - SHORE_METRES,
      northing - SHORE_METRES,
      easting + SHORE_METRES,
      northing + SHORE_METRES,
    ];
    let best: { code: string; metres: number } | null = null;
    for (const shape of this.#index
      .search(west, south, east, north)
      .map((found) => this.#shapes[found] as Shape)) {
      const metres = edgeDistance(shape, easting, northing);
      if (metres > SHORE_METRES) continue;
      if (!best || metres < best.metres || (metres === best.metres && shape.code < best.code)) {
        best = { code: shape.code, metres };
      }
    }
    return best?.code ?? null;
  }
}

function ringsOf(feature: Feature): number[][][] {
  const { type, coordinates } = feature.geometry;
  return type === 'Polygon' ? (coordinates as number[][][]) : (coordinates as number[][][][]).flat();
}

/** England between Brighton and Bradford: leaves out what no patch comes near, to save time. */
function isNearAPatch(feature: Feature): boolean {
  const [lon, lat] = (ringsOf(feature).flat()[0] ?? [0, 0]) as [number, number];
  return lon > -2.4 && lon < 0.3 && ((lat > 52.1 && lat < 53.95) || lat < 51.05);
}

/** Even-odd over all rings, so holes and islands need no case of their own. */
function inside(shape: Shape, easting: number, northing: number): boolean {
  let odd = false;
  for (const ring of shape.rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [x1, y1] = ring[at] as [number, number];
      const [x2, y2] = ring[before] as [number, number];
      if (y1 > northing !== y2 > northing && easting < ((x2 - x1) * (northing - y1)) / (y2 - y1) + x1)
        odd = !odd;
    }
  }
  return odd;
}

function edgeDistance(shape: Shape, easting: number, northing: number): number {
  let best = Infinity;
  for (const ring of shape.rings) {
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
