import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import Supercluster, { type PointFeature } from 'supercluster';
import type { PinColumns } from './store/place-store.ts';

/** Pixels round a place within which others are drawn together with it. */
const RADIUS = 48;
/** From the next zoom on every place is drawn by itself, where a screen is some 2 km wide. */
const LAST_CLUSTERED_ZOOM = 13;
/** MapLibre's tiles are 512 pixels wide: its zoom z is the library's z + 0 with this extent. */
const TILE_PIXELS = 512;
/** On one spot they stay one mark however near the map comes, so it says which zoom shows them best. */
const MOST_ZOOM = 18;

/** Marks in one answer: more than a screen of 3,840 by 2,160 pixels can show apart, some 250 kB. */
const MOST_DRAWN = 2_500;

/** A bit for each kind that a cluster holds. */
interface Held {
  kinds: number;
}
interface Pin extends Held {
  /** Where it stands in the columns. */
  readonly at: number;
}

/** Clusters as columns in step. */
export interface ClusterColumns {
  lon: number[];
  lat: number[];
  count: number[];
  /** The kind of all of them; null where kinds are mixed. */
  kind: (Kind | null)[];
  /** The zoom at which it comes apart. */
  expandsAt: number[];
}

/** Places drawn together where they would lie on one another. Closed places are left out: a count speaks of now. */
export class ClusterIndex {
  readonly #pins: PinColumns;
  readonly #index: Supercluster<Pin, Held>;
  /** Places in it. */
  readonly total: number;

  constructor(pins: PinColumns) {
    this.#pins = pins;
    this.#index = new Supercluster<Pin, Held>({
      radius: RADIUS,
      extent: TILE_PIXELS,
      maxZoom: LAST_CLUSTERED_ZOOM,
      map: ({ kinds }) => ({ kinds }),
      reduce: (held, { kinds }) => {
        held.kinds |= kinds;
      },
    });
    const points = pins.id.flatMap((_, at): PointFeature<Pin>[] => {
      const kind = pins.kind[at];
      if (kind === undefined || pins.status[at] === 'closed') return [];
      const coordinates = [pins.lon[at] ?? 0, pins.lat[at] ?? 0];
      const properties = { at, kinds: 1 << KIND_IDS.indexOf(kind) };
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties }];
    });
    this.total = points.length;
    this.#index.load(points);
  }

  /**
   * What is drawn in a box (west, south, east, north in degrees) at a whole zoom, or at the nearest coarser one that
   * makes few enough marks of it: `zoom` says which.
   */
  within(
    box: readonly [number, number, number, number],
    asked: number,
  ): { zoom: number; clusters: ClusterColumns; places: PinColumns } {
    const clusters: ClusterColumns = { lon: [], lat: [], count: [], kind: [], expandsAt: [] };
    const singles: number[] = [];
    const { zoom, drawn } = this.#fewEnough(box, asked);
    for (const { geometry, properties } of drawn) {
      if (!('cluster' in properties)) {
        singles.push(properties.at);
        continue;
      }
      const [lon = 0, lat = 0] = geometry.coordinates;
      clusters.lon.push(toDigits(lon));
      clusters.lat.push(toDigits(lat));
      clusters.count.push(properties.point_count);
      clusters.kind.push(onlyKind(properties.kinds));
      clusters.expandsAt.push(
        Math.min(MOST_ZOOM, this.#index.getClusterExpansionZoom(properties.cluster_id)),
      );
    }
    singles.sort((a, b) => a - b);
    return { zoom, clusters, places: picked(this.#pins, singles) };
  }

  #fewEnough(box: readonly [number, number, number, number], asked: number) {
    const drawnAt = (zoom: number) => this.#index.getClusters([...box], zoom);
    let [zoom, drawn] = [asked, drawnAt(asked)];
    while (drawn.length > MOST_DRAWN && zoom > 0) {
      zoom = Math.min(zoom - 1, LAST_CLUSTERED_ZOOM);
      drawn = drawnAt(zoom);
    }
    return { zoom, drawn };
  }
}

/** Pins of some kinds, in the same order; all of them where no kinds are named. */
export function pinsOfKinds(pins: PinColumns, kinds: readonly Kind[] | undefined): PinColumns {
  if (kinds === undefined) return pins;
  const wanted = new Set(kinds);
  return picked(
    pins,
    pins.kind.flatMap((kind, at) => (wanted.has(kind) ? [at] : [])),
  );
}

function onlyKind(kinds: number): Kind | null {
  return KIND_IDS.find((_, bit) => kinds === 1 << bit) ?? null;
}

function picked(pins: PinColumns, at: readonly number[]): PinColumns {
  const column = <T>(all: readonly T[]) => at.map((each) => all[each] as T);
  return {
    id: column(pins.id),
    name: column(pins.name),
    kind: column(pins.kind),
    status: column(pins.status),
    lon: column(pins.lon),
    lat: column(pins.lat),
    precision: column(pins.precision),
    outside: at.map((each) => pins.outside[each] ?? false),
  };
}

/** About ten metres: a cluster stands for places further apart than that. */
function toDigits(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
