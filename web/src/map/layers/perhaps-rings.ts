import { AREAS_FROM_ZOOM, CLASS, GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

/** Rings on paper where people are perhaps within reach, by a place known only to its village: never a gap. */
export const perhapsRings: Overlaid = {
  id: 'perhaps-rings',
  layers: [
    {
      id: 'perhaps-rings',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint: {
        'fill-pattern': 'pattern-rings',
        'fill-opacity': ['case', ['==', CLASS, -1], 1, 0],
      },
    },
  ],
};
