import { Map as MapLibre, type MapOptions, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { fitPadding, type Size } from './fit-padding.ts';
import { overStreets, plainStyle } from './map-style.ts';
import { drawImage, PIXEL_RATIO } from './pin-images.ts';
import type { Bounds, Camera } from './types.ts';

setWorkerUrl(workerUrl);

export interface Beginning {
  readonly container: HTMLElement;
  readonly label: string;
  readonly camera: Camera | null;
  readonly bounds: Bounds;
  /** Whose ground it is; null for all England. */
  readonly patch: string | null;
  readonly tiles: string;
  readonly basemap: string | null;
  /** The street style could not be fetched: the plain map stands instead. */
  readonly onplain: () => void;
}

export const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
  width: clientWidth,
  height: clientHeight,
});

/**
 * Makes a flat map that only pans and zooms, with Kith's layers.
 * @throws where the device cannot draw it (no WebGL 2)
 */
export function createMap(beginning: Beginning): MapLibre {
  const { container, camera, bounds, basemap } = beginning;
  const [west, south, east, north] = bounds;
  const options: MapOptions = {
    container,
    ...(basemap ? {} : { style: plainStyle(beginning) }),
    // Our own credits stand in MapCredit; those of a street style come with it.
    attributionControl: basemap ? { compact: true } : false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: 4.5,
    maxZoom: 17.5,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    locale: { 'Map.Title': beginning.label },
    ...(camera
      ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
      : {
          bounds: [west, south, east, north],
          fitBoundsOptions: { padding: fitPadding(sizeOf(container), beginning.patch === null, bounds) },
        }),
  };
  const map = new MapLibre(options);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });
  if (basemap) layStreets(map, basemap, beginning);
  return map;
}

/** Puts a street style under Kith's layers. One that does not come leaves the plain map, and it is said. */
function layStreets(map: MapLibre, basemap: string, beginning: Beginning): void {
  let settled = false;
  map.once('style.load', () => {
    settled = true;
  });
  map.on('error', () => {
    if (settled) return;
    settled = true;
    map.setStyle(plainStyle(beginning), { diff: false });
    beginning.onplain();
  });
  map.setStyle(basemap, { transformStyle: (_before, streets) => overStreets(streets, beginning) });
}
