import type { FillLayerSpecification } from 'maplibre-gl';
import { AREAS_FROM_ZOOM, CLASS, GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

const paint: FillLayerSpecification['paint'] = {
  'fill-pattern': 'pattern-dots',
  'fill-opacity': ['case', ['==', CLASS, 0], 1, 0],
};

/** Dots on paper where there is no data: never the lowest class. */
export const noData: Overlaid = {
  id: 'no-data',
  layers: [
    {
      id: 'no-data-districts',
      type: 'fill',
      source: GROUND,
      'source-layer': 'districts',
      maxzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint,
    },
    {
      id: 'no-data',
      type: 'fill',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: AREAS_FROM_ZOOM,
      layout: UNTIL_NEEDED,
      paint,
    },
  ],
};
