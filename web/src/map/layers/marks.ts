import { EMPTY, type Overlaid } from './layer.ts';

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
        'icon-offset': ['get', 'offset'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ],
};
