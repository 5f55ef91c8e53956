/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The tiles of web mercator at a zoom that a box touches, by column and then by row from the north. */
export function* tilesOver([west, south, east, north]: Box, z: number): Generator<TileAddress> {
  const last = 2 ** z - 1;
  const within = (tile: number) => Math.min(last, Math.max(0, Math.floor(tile)));
  for (let x = within(column(west, z)); x <= within(column(east, z)); x++) {
    for (let y = within(row(north, z)); y <= within(row(south, z)); y++) yield { z, x, y };
  }
}

/** The box of a tile in degrees, with a margin on each side as a share of its width. */
export function boxOfTile({ z, x, y }: TileAddress, margin: number): Box {
  return [
    longitude(x - margin, z),
    latitude(y + 1 + margin, z),
    longitude(x + 1 + margin, z),
    latitude(y - margin, z),
  ];
}

export function overlap(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function column(lon: number, z: number): number {
  return ((lon + 180) / 360) * 2 ** z;
}

function row(lat: number, z: number): number {
  const radians = (lat * Math.PI) / 180;
  return ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
}

function longitude(x: number, z: number): number {
  return (x / 2 ** z) * 360 - 180;
}

function latitude(y: number, z: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
}
