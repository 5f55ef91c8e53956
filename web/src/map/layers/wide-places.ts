import { EMPTY, type Overlaid } from './layer.ts';
import { BY_SLOT } from './place-dots.ts';

/** Places of a map too wide to hold them all: clustered by the API for what is in view, single ones as pins. */
export const widePlaces: Overlaid = {
  id: 'wide-places',
  sources: { wide: { type: 'geojson', data: EMPTY } },
  layers: [
    {
      id: 'wide-dots',
      type: 'symbol',
      source: 'wide',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'pin'],
        'icon-offset': BY_SLOT,
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
    {
      id: 'wide-clusters',
      type: 'symbol',
      source: 'wide',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': ['concat', 'cluster:', ['get', 'count_words']],
        'icon-allow-overlap': true,
      },
    },
  ],
};
