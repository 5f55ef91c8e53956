import { QUIET } from '../palette.ts';
import { EMPTY, type Overlaid } from './layer.ts';

/** Districts: a thin grey line over the seams, so that one finds one's council without reading. */
export const districtOutline: Overlaid = {
  id: 'district-outline',
  sources: { districts: { type: 'geojson', data: EMPTY, promoteId: 'code', tolerance: 0.3 } },
  layers: [
    {
      id: 'district-outline',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': QUIET,
        'line-opacity': 0.75,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.9, 12, 1.6],
      },
    },
  ],
};
