import type { Bounds, Pins } from '../../map/types.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Whether a spot can be seen now. With no map yet nothing is known to be out of sight. */
export const isInside = (bounds: Bounds | null, { lon, lat }: Spot): boolean =>
  bounds === null || (lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3]);

/** Whether an area can be seen for what it is: in view, and more than a speck. */
export function isSeen(bounds: Bounds | null, area: Bounds): boolean {
  const middle = { lon: (area[0] + area[2]) / 2, lat: (area[1] + area[3]) / 2 };
  return bounds === null || (isInside(bounds, middle) && area[2] - area[0] > (bounds[2] - bounds[0]) / 25);
}

/** An area with as much again around it, so that it is seen among its neighbours. */
export function grown([west, south, east, north]: Bounds): Bounds {
  const lon = (east - west) * 1.5;
  const lat = (north - south) * 1.5;
  return [west - lon, south - lat, east + lon, north + lat];
}

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
