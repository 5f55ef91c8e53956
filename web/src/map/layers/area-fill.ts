import type { ExpressionSpecification } from 'maplibre-gl';
import { REACH_FROM } from '../paint-classes.ts';
import { PAPER, RAMPS } from '../palette.ts';
import { AREAS_FROM_ZOOM, CLASS, GROUND, type Overlaid } from './layer.ts';

/** The part of the ground that the map is of: paper where it has no colour. The rest is left as it lies. */
export const ownGround = (patch: string | null): ExpressionSpecification =>
  patch === null ? ['literal', true] : ['==', ['get', 'patch'], patch];

const NOTHING = 'rgba(0,0,0,0)';

/** Colour by class; with none, paper on the map's own ground and nothing at all on its neighbours'. */
export const fillColour = (patch: string | null): ExpressionSpecification => {
  const steps = [...RAMPS.risk.entries()].flatMap(([step, colour]) => [step + 1, colour]);
  const reach = [...RAMPS.reach.entries()].flatMap(([step, colour]) => [REACH_FROM + step + 1, colour]);
  const plain: ExpressionSpecification = ['case', ownGround(patch), PAPER, NOTHING];
  return ['match', CLASS, ...steps, ...reach, plain] as unknown as ExpressionSpecification;
};

export const FILL_LAYERS = ['area-fill', 'district-fill'] as const;

/**
 * Areas in the colour of their class, and districts from further off. Shapes come once; the class comes by
 * feature-state on the code, so a change of lens, figure or scenario never touches geometry.
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
      paint: { 'fill-color': fillColour(null), 'fill-antialias': false },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      paint: { 'fill-color': fillColour(null), 'fill-antialias': false },
    },
  ],
};
