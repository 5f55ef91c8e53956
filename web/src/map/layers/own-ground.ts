import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { INK, PAPER, QUIET } from '../palette.ts';
import { fillColour, NOTHING } from './area-fill.ts';
import { AREAS_FROM_ZOOM, areasFrom, GROUND } from './layer.ts';

/** A part of the ground that the map is of. Null: the map is of everything loaded. */
const own = (patch: string | null): ExpressionSpecification =>
  patch === null ? ['literal', true] : ['==', ['get', 'patch'], patch];

/**
 * What of a layer depends on whose map it is. Areas are drawn of the map's own ground only: of its neighbours one sees
 * quiet outlines of districts and quiet names, no colour, and nothing is worked out for them.
 */
interface Own {
  readonly filter?: FilterSpecification;
  readonly paint?: readonly ['fill-color' | 'line-opacity' | 'text-color', ExpressionSpecification];
}

export function ownPart(layer: LayerSpecification, patch: string | null): Own | null {
  if (!('source' in layer) || layer.source !== GROUND) return null;
  if (layer['source-layer'] === 'areas') return { filter: own(patch) };
  if (layer.id === 'district-fill') return { paint: ['fill-color', fillColour(own(patch))] };
  if (layer.id === 'district-ground') {
    return { paint: ['fill-color', ['case', own(patch), PAPER, NOTHING]] };
  }
  if (layer.id === 'district-outline') return { paint: ['line-opacity', ['case', own(patch), 0.75, 0.4]] };
  if (layer.type === 'symbol') return { paint: ['text-color', ['case', own(patch), INK, QUIET]] };
  return null;
}

/** A layer as it is drawn on the map of a patch. */
export function onOwnGround<Layer extends LayerSpecification>(layer: Layer, patch: string | null): Layer {
  const part = ownPart(layer, patch);
  if (!part) return layer;
  const zooms = zoomsOf(layer, patch);
  const filter = part.filter ? { filter: part.filter } : {};
  const paint = part.paint ? { [part.paint[0]]: part.paint[1] } : {};
  return { ...layer, ...zooms, ...filter, paint: { ...layer.paint, ...paint } } as Layer;
}

/**
 * Where areas take over from districts, and seams come between them, depends on whose map it is. Names keep their own
 * zooms.
 */
function zoomsOf(layer: LayerSpecification, patch: string | null): { minzoom?: number; maxzoom?: number } {
  if (layer.type === 'symbol') return {};
  const later = areasFrom(patch) - AREAS_FROM_ZOOM;
  const { minzoom, maxzoom } = layer;
  const moves = minzoom === AREAS_FROM_ZOOM || layer.id === 'area-seams';
  return {
    ...(minzoom !== undefined && moves ? { minzoom: minzoom + later } : {}),
    ...(maxzoom === AREAS_FROM_ZOOM ? { maxzoom: maxzoom + later } : {}),
  };
}
