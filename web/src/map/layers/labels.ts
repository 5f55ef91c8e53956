import type {
  ExpressionSpecification,
  SymbolLayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl';
import { INK, SURFACE } from '../palette.ts';
import { GROUND, type Overlaid } from './layer.ts';

/** No `glyphs` in the style: MapLibre draws these with the page's own font. "Bold" in the first name sets the weight. */
const FONT = ['Atkinson Hyperlegible Next Bold', 'Atkinson Hyperlegible Next Variable', 'sans-serif'];

/** Places for a name around its point, in rings of so many ems. */
const around = (...rings: number[]): VariableAnchorOffsetCollectionSpecification => [
  ...rings.flatMap(
    (ems): VariableAnchorOffsetCollectionSpecification => [
      'bottom',
      [0, -ems],
      'top',
      [0, ems],
      'left',
      [ems, 0],
      'right',
      [-ems, 0],
      'bottom-left',
      [ems * 0.7, -ems * 0.7],
      'bottom-right',
      [-ems * 0.7, -ems * 0.7],
      'top-left',
      [ems * 0.7, ems * 0.7],
      'top-right',
      [-ems * 0.7, ems * 0.7],
    ],
  ),
];

/** Nearer than this a name needs no dot to say where its town is. */
const DOTS_UNTIL = 9;
/** From far off a name that is moved stands by another town: close to its dot, or not at all. */
const BESIDE = around(0.6, 1.1);
/** From near by: on its point, then around it, then around it in wider rings. */
const ASIDE: VariableAnchorOffsetCollectionSpecification = ['center', [0, 0], ...around(1.2, 2.1, 3.1)];

const size = (at9: number, at14: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  9,
  at9,
  14,
  at14,
];

const layer = (
  id: string,
  types: string[],
  minzoom: number,
  textSize: ExpressionSpecification,
): SymbolLayerSpecification => ({
  id,
  type: 'symbol',
  source: GROUND,
  'source-layer': 'names',
  minzoom,
  filter: ['in', ['get', 'type'], ['literal', types]],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT,
    'text-size': textSize,
    // Pins keep their place and names step aside, further where it is crowded.
    'text-variable-anchor-offset': ['step', ['zoom'], ['literal', BESIDE], DOTS_UNTIL, ['literal', ASIDE]],
    // It goes with its name, and takes room from nothing.
    'icon-image': ['step', ['zoom'], 'name-dot', DOTS_UNTIL, ''],
    'icon-overlap': 'always',
    'icon-ignore-placement': true,
    'text-justify': 'auto',
    'text-padding': 3,
    'text-max-width': 8,
  },
  paint: { 'text-color': INK, 'text-halo-color': SURFACE, 'text-halo-width': 2, 'text-halo-blur': 0.4 },
});

/** Names of settlements with a white halo, larger for larger ones, smaller ones from nearer by. */
export const labels: Overlaid = {
  id: 'labels',
  layers: [
    layer('labels-area', ['area'], 12, size(10, 12.5)),
    layer('labels-village', ['village'], 10.2, size(11, 14)),
    layer('labels-town', ['town'], 7, size(12.5, 17)),
    layer('labels-city', ['city'], 5, size(15, 20)),
  ],
};
