import type { Feature, FeatureCollection, Point } from 'geojson';
import { pinFeatures } from './pins.ts';
import type { Clusters } from './types.ts';

/** A number as it fits a small circle: 999, 1.2k, 34k. */
export function countWords(count: number): string {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return `${thousands < 9.95 ? thousands.toFixed(1) : Math.round(thousands)}k`;
}

/** Clusters and lone places of the API as points for the map. The place chosen is drawn as a mark, not here. */
export function widePlaces({ clusters, places }: Clusters, chosen: string | null): FeatureCollection<Point> {
  const numbers = clusters.lon.map((lon, index): Feature<Point> => {
    const count = clusters.count[index] ?? 0;
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, clusters.lat[index] ?? 0] },
      properties: {
        point_count: count,
        count_words: countWords(count),
        expands_at: clusters.expandsAt[index] ?? 0,
      },
    };
  });
  const pins = pinFeatures(places, chosen).places.features;
  return { type: 'FeatureCollection', features: [...numbers, ...pins] };
}
