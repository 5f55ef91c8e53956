import { EVERYWHERE } from '@kith/core/area/patches';
import { type Box, type TileAddress, tilesOver } from '../load/tiles/tile-grid.ts';

/** A window as it is, and the map in it, in pixels: beside its list on a wide one, between two bars on a phone. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}
export const SCREENS: readonly Screen[] = [
  { name: '1440x900', width: 994, height: 796 },
  { name: '390x844', width: 390, height: 679 },
];

const TILE_PIXELS = 512;
/** Tiles are made for these zooms; beyond the last it is enlarged. */
const [FIRST_ZOOM, LAST_ZOOM] = [4, 10];
/** The map goes no further off. */
const LEAST_ZOOM = 4.5;

export interface FirstView {
  readonly zoom: number;
  readonly box: Box;
  readonly tiles: readonly TileAddress[];
}

/** What a map first shows: its box whole, clear of what stands on the map (fitPadding in web/src/map/create-map.ts). */
export function firstView(map: { readonly id: string; readonly bbox: Box }, screen: Screen): FirstView {
  const { width, height } = screen;
  const { top, right, bottom, left } = paddingOf(width, map.id === EVERYWHERE);
  const [west, east] = [column(map.bbox[0]), column(map.bbox[2])];
  const [north, south] = [row(map.bbox[3]), row(map.bbox[1])];
  const scale = Math.min((width - left - right) / (east - west), (height - top - bottom) / (south - north));
  const zoom = Math.max(LEAST_ZOOM, Math.log2(scale / TILE_PIXELS));
  const pixel = 1 / (TILE_PIXELS * 2 ** zoom);
  const x = (west + east) / 2 + ((right - left) / 2) * pixel;
  const y = (north + south) / 2 + ((bottom - top) / 2) * pixel;
  const box: Box = [
    longitude(x - (width / 2) * pixel),
    latitude(y + (height / 2) * pixel),
    longitude(x + (width / 2) * pixel),
    latitude(y - (height / 2) * pixel),
  ];
  const tileZoom = Math.min(LAST_ZOOM, Math.max(FIRST_ZOOM, Math.floor(zoom)));
  return { zoom, box, tiles: [...tilesOver(box, tileZoom)] };
}

function paddingOf(width: number, everywhere: boolean) {
  if (width < 600) return { top: 70, right: 60, bottom: everywhere ? 200 : 130, left: 16 };
  if (everywhere && width > 860) return { top: 40, right: 84, bottom: 36, left: 400 };
  return { top: 110, right: 80, bottom: 60, left: 60 };
}

const column = (lon: number): number => (lon + 180) / 360;
const row = (lat: number): number => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
const longitude = (x: number): number => x * 360 - 180;
const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
