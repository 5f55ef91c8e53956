import type { Bounds, Clear } from './types.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The corner that the legend covers, pixels from the left and from the bottom. */
const LEGEND = { right: 445, top: 255 };

/** Degrees as parts of the Mercator world, y upwards. */
const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** How large a box comes out within a padding, and whether it then keeps clear of the legend. */
function tried(
  [west, south, east, north]: Bounds,
  { width, height }: Size,
  padding: Clear,
): [number, boolean] {
  const [wide, high] = [(east - west) / 360, mercator(north) - mercator(south)];
  const room = { width: width - padding.left - padding.right, height: height - padding.top - padding.bottom };
  const scale = Math.min(room.width / wide, room.height / high);
  const left = padding.left + (room.width - wide * scale) / 2;
  const bottom = padding.bottom + (room.height - high * scale) / 2;
  return [scale, left >= LEGEND.right || bottom >= LEGEND.top];
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
  const ways = [plain, { ...plain, left: LEGEND.right }, { ...plain, bottom: LEGEND.top }]
    .map((padding) => ({ padding, fit: tried(bounds, size, padding) }))
    .filter(({ fit: [, clear] }) => clear)
    .toSorted((a, b) => b.fit[0] - a.fit[0]);
  return ways[0]?.padding ?? plain;
}

/** The middle of what is seen free of what stands on the map, in pixels from its corner at the top left. */
export const middleOf = ({ width, height }: Size, { top, right, bottom, left }: Clear): [number, number] => [
  (left + width - right) / 2,
  (top + height - bottom) / 2,
];
