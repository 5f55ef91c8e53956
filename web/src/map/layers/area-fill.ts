import type { ExpressionSpecification } from 'maplibre-gl';
import { PAPER, RAMPS } from '../palette.ts';
import { EMPTY, type Overlaid } from './layer.ts';

const byClass = (ramp: keyof typeof RAMPS): ExpressionSpecification => {
  const [c1, c2, c3, c4, c5] = RAMPS[ramp];
  return ['match', ['feature-state', 'class'], 1, c1, 2, c2, 3, c3, 4, c4, 5, c5, PAPER];
};

/**
 * Areas in the colour of their class. Shapes come once; the class comes by feature-state on the area's code, so a
 * change of lens, figure or scenario never touches geometry. What is not known stays paper.
 */
export const areaFill: Overlaid = {
  id: 'area-fill',
  sources: { areas: { type: 'geojson', data: EMPTY, promoteId: 'code', tolerance: 0.3 } },
  layers: [
    {
      id: 'area-fill',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': ['case', ['==', ['feature-state', 'ramp'], 'reach'], byClass('reach'), byClass('risk')],
        'fill-antialias': false,
      },
    },
  ],
};
