import { EMPTY, type Overlaid } from './layer.ts';

/**
 * Rings with a number in them: people whom a place alone serves, or the order of new sites. Where they would cover one
 * another the larger stand and the others come from nearer by; sites and the chosen one always stand.
 */
export const rings: Overlaid = {
  id: 'rings',
  sources: {
    rings: { type: 'geojson', data: EMPTY },
    'rings-always': { type: 'geojson', data: EMPTY },
  },
  layers: [
    {
      id: 'rings',
      type: 'symbol',
      source: 'rings',
      layout: {
        'icon-image': ['get', 'ring'],
        'icon-overlap': 'never',
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'order'],
      },
    },
    {
      id: 'rings-always',
      type: 'symbol',
      source: 'rings-always',
      layout: {
        'icon-image': ['get', 'ring'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ],
};
