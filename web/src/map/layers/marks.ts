import { EMPTY, type Overlaid } from './layer.ts';
import { BY_SLOT } from './place-dots.ts';

/** The place chosen and those closed in a scenario: on top of everything and never hidden in a cluster. */
export const marks: Overlaid = {
  id: 'marks',
  sources: { marks: { type: 'geojson', data: EMPTY } },
  layers: [
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      layout: {
        'icon-image': ['get', 'pin'],
        'icon-offset': BY_SLOT,
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ],
};
