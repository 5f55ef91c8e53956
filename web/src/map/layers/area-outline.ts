import { INK, SURFACE } from '../palette.ts';
import { GROUND, type Overlaid, UNTIL_NEEDED } from './layer.ts';

const chosen = ['boolean', ['feature-state', 'selected'], false] as [
  'boolean',
  ['feature-state', string],
  false,
];

/**
 * From further off seams would be most of what is seen, and most of what is drawn: on the map of all England they come
 * one zoom later still. One zoom for all three: layers that agree in it share one set of lines.
 */
const OUTLINES_FROM_ZOOM = 8;

/** White seams between areas, and ink with a white edge around the one chosen, seen on light and dark. */
export const areaOutline: Overlaid = {
  id: 'area-outline',
  layers: [
    {
      id: 'area-seams',
      type: 'line',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: OUTLINES_FROM_ZOOM,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': SURFACE,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.35, 11, 0.9, 14, 1.6],
      },
    },
    {
      id: 'area-chosen-edge',
      type: 'line',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: OUTLINES_FROM_ZOOM,
      layout: { 'line-join': 'round', ...UNTIL_NEEDED },
      paint: { 'line-color': SURFACE, 'line-width': 7, 'line-opacity': ['case', chosen, 1, 0] },
    },
    {
      id: 'area-chosen',
      type: 'line',
      source: GROUND,
      'source-layer': 'areas',
      minzoom: OUTLINES_FROM_ZOOM,
      layout: { 'line-join': 'round', ...UNTIL_NEEDED },
      paint: { 'line-color': INK, 'line-width': 3, 'line-opacity': ['case', chosen, 1, 0] },
    },
  ],
};
