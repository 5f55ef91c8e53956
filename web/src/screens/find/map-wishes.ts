import type { Bounds, Pins } from '../../map/types.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Whether a spot can be seen now. With no map yet nothing is known to be out of sight. */
export const isInside = (bounds: Bounds | null, { lon, lat }: Spot): boolean =>
  bounds === null || (lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3]);

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
