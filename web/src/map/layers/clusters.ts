import type { Overlaid } from './layer.ts';

/** Places that stand close together, as one white circle with their number. Drawn as an image: see pin-images.ts. */
export const clusters: Overlaid = {
  id: 'clusters',
  layers: [
    {
      id: 'clusters',
      type: 'symbol',
      source: 'places',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': ['concat', 'cluster:', ['to-string', ['get', 'point_count']]],
        'icon-allow-overlap': true,
      },
    },
  ],
};
