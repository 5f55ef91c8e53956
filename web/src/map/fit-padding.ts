import type { Bounds, Clear } from './types.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The near corner of a map that something covers: how far it reaches, pixels from the left and from the bottom. */
export interface Corner {
  readonly right: number;
  readonly top: number;
}
const LEGEND: Corner = { right: 445, top: 255 };

/** Degrees as parts of the Mercator world, y upwards. */
const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** How large a box comes out within a padding, and whether it then keeps clear of a corner. */
function tried(
  [west, south, east, north]: Bounds,
  { width, height }: Size,
  padding: Clear,
  corner: Corner,
): [number, boolean] {
  const [wide, high] = [(east - west) / 360, mercator(north) - mercator(south)];
  const room = { width: width - padding.left - padding.right, height: height - padding.top - padding.bottom };
  const scale = Math.min(room.width / wide, room.height / high);
  const left = padding.left + (room.width - wide * scale) / 2;
  const bottom = padding.bottom + (room.height - high * scale) / 2;
  return [scale, left >= corner.right || bottom >= corner.top];
}

/**
 * What is fitted keeps clear of what stands on the map: the switch above, the buttons right, the legend below. Of the
 * ways to keep clear of the legend the one that shows most: beside it or above it, as the shape of the box allows.
 */
export function fitPadding(size: Size, everywhere: boolean, bounds: Bounds): Clear {
  if (size.width < 600) return { top: 70, right: 60, bottom: everywhere ? 200 : 130, left: 16 };
  // England reaches into the corner of the legend, and not into that of the switch.
  if (everywhere && size.width > 860) return { top: 40, right: 84, bottom: 36, left: 400 };
  const plain = { top: 110, right: 80, bottom: 60, left: 60 };
  if (size.width <= 860 || size.height < 600) return plain;
  return clearOfCorner(size, bounds, plain, LEGEND) ?? plain;
}

/** The padding of at least `edges` under which a box comes out largest and clear of a corner; null for none. */
export function clearOfCorner(size: Size, bounds: Bounds, edges: Clear, corner: Corner): Clear | null {
  const ways = [edges, { ...edges, left: corner.right }, { ...edges, bottom: corner.top }]
    .map((padding) => ({ padding, fit: tried(bounds, size, padding, corner) }))
    .filter(({ fit: [scale, clear] }) => clear && scale > 0)
    .toSorted((a, b) => b.fit[0] - a.fit[0]);
  return ways[0]?.padding ?? null;
}

/** The middle of what is seen free of what stands on the map, in pixels from its corner at the top left. */
export const middleOf = ({ width, height }: Size, { top, right, bottom, left }: Clear): [number, number] => [
  (left + width - right) / 2,
  (top + height - bottom) / 2,
];
