import type { ExpressionSpecification } from 'maplibre-gl';
import { REACH_FROM } from '../paint-classes.ts';
import { PAPER, RAMPS } from '../palette.ts';
import { AREAS_FROM_ZOOM, CLASS, GROUND, type Overlaid } from './layer.ts';

export const NOTHING = 'rgba(0,0,0,0)';

/** Colour by class; with none, paper on the map's own ground and nothing at all on its neighbours'. */
export const fillColour = (own: ExpressionSpecification): ExpressionSpecification => {
  const steps = [...RAMPS.risk.entries()].flatMap(([step, colour]) => [step + 1, colour]);
  const reach = [...RAMPS.reach.entries()].flatMap(([step, colour]) => [REACH_FROM + step + 1, colour]);
  return [
    'match',
    CLASS,
    ...steps,
    ...reach,
    ['case', own, PAPER, NOTHING],
  ] as unknown as ExpressionSpecification;
};

/** What answers a touch of the ground, nearest to the eye first. */
export const FILL_LAYERS = ['area-fill', 'district-fill', 'district-ground'] as const;

/**
 * Areas in the colour of their class, and districts from further off. Shapes come once; the class comes by
 * feature-state on the code, so a change of lens, figure or scenario never touches geometry. Beneath areas lie their
 * districts, so that the ground of a neighbouring map can be touched though its areas are not drawn.
 */
export const areaFill: Overlaid = {
  id: 'area-fill',
  layers: [
    {
      id: 'district-fill',
      type: 'fill',
      source: GROUND,
      'source-layer': 'districts',
      maxzoom: AREAS_FROM_ZOOM,
      paint: { 'fill-color': fillColour(['literal', true]), 'fill-antialias': false },
    },
    {
      id: 'district-ground',
      type: 'fill',
      source: GROUND,
      'source-layer': 'districts',
      minzoom: AREAS_FROM_ZOOM,
      paint: { 'fill-color': PAPER, 'fill-antialias': false },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      paint: { 'fill-color': fillColour(['literal', true]), 'fill-antialias': false },
    },
  ],
};
