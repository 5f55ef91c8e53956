import type { Map as MapLibre } from 'maplibre-gl';
import { groupNumbers } from './group-numbers.ts';
import { INK, SURFACE } from './palette.ts';

/** Radius of a number on paper, in the pixels of the screen: a copy is printed at about half its size. */
const RADIUS = 19;

/**
 * Copies what the map shows, with numbered pins over it, for paper: black on white, readable without colour.
 * Places that would hide each other share one pin ("1-6"). A place outside the view is left out.
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
  context.scale(ratio, ratio);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = '700 22px "Atkinson Hyperlegible Next Variable", sans-serif';
  context.lineWidth = 3;
  context.strokeStyle = INK;
  const spots = numbered.map(({ lon, lat, number }) => ({ ...map.project([lon, lat]), number }));
  for (const { x, y, words } of groupNumbers(spots, RADIUS * 1.8)) {
    const half = Math.max(RADIUS, context.measureText(words).width / 2 + 9);
    context.beginPath();
    context.roundRect(x - half, y - RADIUS, half * 2, RADIUS * 2, RADIUS);
    context.fillStyle = SURFACE;
    context.fill();
    context.stroke();
    context.fillStyle = INK;
    context.fillText(words, x, y + 1);
  }
  return copy;
}
