import { QUIET, SURFACE } from '../palette.ts';
import { AREAS_FROM_ZOOM, GROUND, type Overlaid } from './layer.ts';

/** Districts: a thin grey line over the seams, so that one finds one's council without reading; white from afar. */
export const districtOutline: Overlaid = {
  id: 'district-outline',
  layers: [
    {
      id: 'district-seams',
      type: 'line',
      source: GROUND,
      'source-layer': 'districts',
      maxzoom: AREAS_FROM_ZOOM,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': SURFACE,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 7, 1.2],
      },
    },
    {
      id: 'district-outline',
      type: 'line',
      source: GROUND,
      'source-layer': 'districts',
      minzoom: AREAS_FROM_ZOOM,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': QUIET,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 12, 1.6],
      },
    },
  ],
};
