import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { ground } from './layers/ground.ts';
import { onOwnGround } from './layers/own-ground.ts';
import { STACK } from './layers/stack.ts';
import { BEYOND } from './palette.ts';

const sources = (tiles: string): Record<string, SourceSpecification> =>
  Object.assign({}, ground(tiles).sources, ...STACK.map((overlay) => overlay.sources ?? {}));
/** Kith's layers as the map of a patch draws them; null for the map of everything. */
export const layersOf = (patch: string | null): LayerSpecification[] =>
  STACK.flatMap((overlay) => overlay.layers.map((layer) => onOwnGround(layer, patch)));

/** Where the tiles lie, and whose ground of them the map is. */
interface Ground {
  readonly tiles: string;
  readonly patch: string | null;
}

/** Kith's own plain map: no streets, no third party, works offline. */
export const plainStyle = ({ tiles, patch }: Ground): StyleSpecification => ({
  version: 8,
  sources: sources(tiles),
  layers: [{ id: 'beyond', type: 'background', paint: { 'background-color': BEYOND } }, ...layersOf(patch)],
});

/** Kith's layers over a street style. Its fonts may lack ours, and it names settlements itself: ours are left out. */
export function overStreets(streets: StyleSpecification, { tiles, patch }: Ground): StyleSpecification {
  const ours = layersOf(patch)
    .filter((layer) => !layer.id.startsWith('labels') && layer.id !== 'district-ground')
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
