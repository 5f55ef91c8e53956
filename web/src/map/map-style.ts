import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { ground } from './layers/ground.ts';
import { STACK } from './layers/stack.ts';
import { BEYOND } from './palette.ts';

const sources = (tiles: string): Record<string, SourceSpecification> =>
  Object.assign({}, ground(tiles).sources, ...STACK.map((overlay) => overlay.sources ?? {}));
const layers = (): LayerSpecification[] => STACK.flatMap((overlay) => overlay.layers);

/** Kith's own plain map: no streets, no third party, works offline. */
export const plainStyle = (tiles: string): StyleSpecification => ({
  version: 8,
  sources: sources(tiles),
  layers: [{ id: 'beyond', type: 'background', paint: { 'background-color': BEYOND } }, ...layers()],
});

/** Kith's layers over a street style. Its fonts may lack ours, and it names settlements itself: ours are left out. */
export function overStreets(streets: StyleSpecification, tiles: string): StyleSpecification {
  const ours = layers()
    .filter((layer) => !layer.id.startsWith('labels'))
    .map((layer) =>
      layer.id.endsWith('-fill') && layer.type === 'fill'
        ? { ...layer, paint: { ...layer.paint, 'fill-opacity': 0.6 } }
        : layer,
    );
  return {
    ...streets,
    sources: { ...streets.sources, ...sources(tiles) },
    layers: [...streets.layers, ...ours],
  };
}
