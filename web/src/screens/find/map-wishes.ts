import type { Bounds, Pins } from '../../map/types.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Whether a spot can be seen now. With no map yet nothing is known to be out of sight. */
export const isInside = (bounds: Bounds | null, { lon, lat }: Spot): boolean =>
  bounds === null || (lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3]);

/** Whether two boxes have ground in common. */
export const meets = (one: Bounds, other: Bounds): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** How many pins can be seen now. */
export const countInside = (pins: Pick<Pins, 'lon' | 'lat'>, bounds: Bounds | null): number =>
  pins.lon.filter((lon, at) => isInside(bounds, { lon, lat: pins.lat[at] ?? 0 })).length;

/** Only the position: the map must not be told anew because a label changed. */
export const here = ({ lon, lat }: Spot): Spot => ({ lon, lat });

/** The pins to draw: closed places only where they are asked for, or are the one that is open. */
export function pinsShown(pins: Pins, closed: boolean, open: string | null): Pins {
  if (closed) return pins;
  const kept = pins.id.map((id, index) => pins.status[index] !== 'closed' || id === open);
  const keep = <T>(column: readonly T[]): T[] => column.filter((_, index) => kept[index]);
  return {
    version: pins.version,
    id: keep(pins.id),
    name: keep(pins.name),
    kind: keep(pins.kind),
    status: keep(pins.status),
    lon: keep(pins.lon),
    lat: keep(pins.lat),
    precision: keep(pins.precision),
    outside: keep(pins.outside),
  };
}

/** Nearer than this areas are drawn and coloured: the tiles hold them from there on. All England has them later. */
const AREAS_FROM_ZOOM = { council: 7, everywhere: 8 };
/** Further off than this a list of what the map of all England shows would be of many thousands. */
const LIST_FROM_ZOOM = 9;

/** What is coloured at a zoom. Before a map stands: districts for all England, areas for a council. */
export const levelAt = (zoom: number | null, everywhere: boolean): 'areas' | 'districts' =>
  (zoom === null ? everywhere : zoom < AREAS_FROM_ZOOM[everywhere ? 'everywhere' : 'council'])
    ? 'districts'
    : 'areas';

/** Whether all England is looked at from too far off for a list of places. Null is no map at all. */
export const isTooWide = (zoom: number | null): boolean => zoom === null || zoom < LIST_FROM_ZOOM;

/**
 * The box to ask clusters for: what the map shows, grown to the lines of a grid that goes with the zoom, so that a
 * small move asks for nothing new.
 */
export function clusterBox([west, south, east, north]: Bounds, zoom: number): Bounds {
  const step = 180 / 2 ** Math.floor(zoom);
  const down = (value: number): number => Math.floor(value / step) * step;
  const up = (value: number): number => Math.ceil(value / step) * step;
  return [down(west), Math.max(-85, down(south)), up(east), Math.min(85, up(north))];
}
