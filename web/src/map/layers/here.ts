import { INK, SURFACE } from '../palette.ts';
import { EMPTY, type Overlaid } from './layer.ts';

/** The point asked about (a town, a postcode sector): where walks in the list start from. */
export const here: Overlaid = {
  id: 'here',
  sources: { here: { type: 'geojson', data: EMPTY } },
  layers: [
    {
      id: 'here',
      type: 'circle',
      source: 'here',
      paint: {
        'circle-radius': 7,
        'circle-color': INK,
        'circle-stroke-color': SURFACE,
        'circle-stroke-width': 3,
      },
    },
  ],
};
