import { AREAS_FROM_ZOOM, GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

/** Areas that gain something, by a new place: plus signs in the colour of what is good. */
export const gainMarks: Overlaid = {
  id: 'gain-marks',
  layers: [
    {
      id: 'gain-marks',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint: {
        'fill-pattern': 'pattern-gain',
        'fill-opacity': ['case', ['boolean', ['feature-state', 'gained'], false], 1, 0],
      },
    },
  ],
};
