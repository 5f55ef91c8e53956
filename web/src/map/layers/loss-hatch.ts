import { AREAS_FROM_ZOOM, GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

/** Areas that lose something: hatched in the colour of loss, which no reading rests on alone. */
export const lossHatch: Overlaid = {
  id: 'loss-hatch',
  layers: [
    {
      id: 'loss-hatch',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint: {
        'fill-pattern': 'pattern-hatch',
        'fill-opacity': ['case', ['boolean', ['feature-state', 'lost'], false], 1, 0],
      },
    },
  ],
};
