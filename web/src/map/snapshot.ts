import type { Map as MapLibre } from 'maplibre-gl';
import { INK, SURFACE } from './palette.ts';

/**
 * Copies what the map shows, with numbered pins over it, for paper: black on white, readable without colour.
 * A place outside the view is left out.
 */
export function takeSnapshot(
  map: MapLibre,
  numbered: readonly { lon: number; lat: number; number: number }[],
): HTMLCanvasElement | null {
  const source = map.getCanvas();
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  const context = copy.getContext('2d');
  if (!context || source.width === 0) return null;
  // The picture lives only until the frame ends: draw and copy in one go.
  map.redraw();
  context.drawImage(source, 0, 0);
  const ratio = source.width / Math.max(1, map.getContainer().clientWidth);
  const radius = 13 * ratio;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { lon, lat, number } of [...numbered].reverse()) {
    const { x, y } = map.project([lon, lat]);
    context.beginPath();
    context.arc(x * ratio, y * ratio, radius, 0, Math.PI * 2);
    context.fillStyle = SURFACE;
    context.fill();
    context.lineWidth = 2.5 * ratio;
    context.strokeStyle = INK;
    context.stroke();
    context.fillStyle = INK;
    context.font = `700 ${15 * ratio}px "Atkinson Hyperlegible Next Variable", sans-serif`;
    context.fillText(String(number), x * ratio, y * ratio + ratio);
  }
  return copy;
}
