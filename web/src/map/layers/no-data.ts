import type { Overlaid } from './layer.ts';

/** Dots on paper where there is no data: never the lowest class. */
export const noData: Overlaid = {
  id: 'no-data',
  layers: [
    {
      id: 'no-data',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-pattern': 'pattern-dots',
        'fill-opacity': ['case', ['==', ['feature-state', 'class'], 0], 1, 0],
      },
    },
  ],
};
