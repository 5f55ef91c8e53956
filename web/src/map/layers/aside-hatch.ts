import { AREAS_FROM_ZOOM, GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

/** Areas that lose something under the scenario put aside: hatched the other way, so that where both do is crossed. */
export const asideHatch: Overlaid = {
  id: 'aside-hatch',
  layers: [
    {
      id: 'aside-hatch',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint: {
        'fill-pattern': 'pattern-aside',
        'fill-opacity': ['case', ['boolean', ['feature-state', 'aside'], false], 1, 0],
      },
    },
  ],
};
