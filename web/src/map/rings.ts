import type { FeatureCollection, Point } from 'geojson';
import type { Ring } from './types.ts';

/** Pixels: a ring must hold two figures, and the largest must not hide a town. */
const LEAST_RADIUS = 15;
const MOST_RADIUS = 32;
/** About the width of a figure or a comma of the number in a ring. */
const FIGURE_WIDTH = 7.2;
const COMMA_WIDTH = 3.4;

/** More sites than this would cover each other: then those that stand first are drawn, and the others from nearer by. */
const MOST_ALWAYS = 25;

/** The radius of a ring: its area grows with its size, and its words always fit. `largest` is the size of the largest. */
export function ringRadius(size: number, largest: number, words: string): number {
  const share = largest > 0 ? Math.sqrt(Math.max(0, size) / largest) : 0;
  const commas = words.split(',').length - 1;
  const needs = ((words.length - commas) * FIGURE_WIDTH + commas * COMMA_WIDTH) / 2 + 6;
  return Math.round(Math.max(LEAST_RADIUS, needs, MOST_RADIUS * share));
}

/** The name of a ring's image: what MapLibre asks for when it first needs it. */
export const ringName = (look: Ring['look'], radius: number, words: string, selected: boolean): string =>
  `ring:${look}:${radius}:${words}${selected ? ':selected' : ''}`;

/** Rings as points for the map: larger ones stand when there is no room for all; sites and the chosen one always. */
export function ringFeatures(
  rings: readonly Ring[],
  chosen: string | null,
): { readonly rings: FeatureCollection<Point>; readonly always: FeatureCollection<Point> } {
  const many = rings.length > MOST_ALWAYS;
  const largest = Math.max(0, ...rings.map((ring) => ring.size));
  const features = rings.map((ring, at) => {
    const selected = ring.id === chosen;
    const radius = ringRadius(ring.size, largest, ring.words);
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [ring.lon, ring.lat] },
      properties: {
        id: ring.id,
        name: ring.name,
        ring: ringName(ring.look, radius, ring.words, selected),
        // MapLibre gives room first to what has the lower key, and where all stand draws the higher on top.
        order: selected ? 1 : ring.look === 'site' ? (many ? at : -at) : -ring.size,
        always: selected || (ring.look === 'site' && !many),
      },
    };
  });
  return {
    rings: { type: 'FeatureCollection', features: features.filter((each) => !each.properties.always) },
    always: { type: 'FeatureCollection', features: features.filter((each) => each.properties.always) },
  };
}
