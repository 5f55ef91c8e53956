import type { VectorSourceSpecification } from 'maplibre-gl';
import { GROUND, type Overlaid } from './layer.ts';

/** Zooms that the tiles are made for; nearer than the last it is drawn from that. */
const TILES_FROM_ZOOM = 4;
const TILES_TO_ZOOM = 10;

/**
 * The ground of every map, as vector tiles: areas and districts by their code, and names. `tiles` is the address
 * with {z}, {x} and {y} in it; it carries the version of the shapes, so what was fetched once is kept for ever.
 */
export const groundSource = (tiles: string): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [tiles],
  minzoom: TILES_FROM_ZOOM,
  maxzoom: TILES_TO_ZOOM,
});

/** The sources that are not known before the address of the tiles is. */
export const ground = (tiles: string): Overlaid => ({
  id: GROUND,
  sources: { [GROUND]: groundSource(tiles) },
  layers: [],
});
