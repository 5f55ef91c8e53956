import type { ExpressionSpecification } from 'maplibre-gl';
import { SLOT_OFFSETS } from '../fan-out.ts';
import { EMPTY, type Overlaid } from './layer.ts';

/** Nearer than this every place is its own pin. */
export const CLUSTER_TO_ZOOM = 12;

const pair = ([x, y]: readonly [number, number]): ExpressionSpecification => ['literal', [x, y]];
/** The offset of a pin by the slot it takes around its spot. The type of `match` cannot say that its pairs repeat. */
export const BY_SLOT: ExpressionSpecification = [
  'match',
  ['get', 'slot'],
  ...SLOT_OFFSETS.slice(1).flatMap((offset, index): [number, ExpressionSpecification] => [
    index + 1,
    pair(offset),
  ]),
  pair([0, 0]),
] as unknown as ExpressionSpecification;

/** Places as round pins with an icon. Several on one spot are fanned out around it. */
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
        'icon-offset': BY_SLOT,
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ],
};
