import { EMPTY, type Overlaid } from './layer.ts';

/** Nearer than this every place is its own pin. */
export const CLUSTER_TO_ZOOM = 12;

/** Places as round pins with an icon. Several on one spot are fanned out around it by `offset`. */
export const placeDots: Overlaid = {
  id: 'place-dots',
  sources: {
    places: {
      type: 'geojson',
      data: EMPTY,
      cluster: true,
      clusterMaxZoom: CLUSTER_TO_ZOOM,
      clusterRadius: 34,
    },
  },
  layers: [
    {
      id: 'place-dots',
      type: 'symbol',
      source: 'places',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'pin'],
        'icon-offset': ['get', 'offset'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ],
};
