import type { Feature, FeatureCollection, Point } from 'geojson';
import { PinSet } from './pins.ts';
import type { Clusters } from './types.ts';

/** A number as it fits a small circle: 999, 1.2k, 34k. */
export function countWords(count: number): string {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return `${thousands < 9.95 ? thousands.toFixed(1) : Math.round(thousands)}k`;
}

/** Clusters and lone places of the API as points for the map. Those marked are drawn above, and not here. */
export function widePlaces(
  { clusters, places }: Clusters,
  marked: ReadonlySet<string>,
): FeatureCollection<Point> {
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
  const set = new PinSet(places);
  const marks = places.id.flatMap((id, index) => (marked.has(id) ? [index] : []));
  return { type: 'FeatureCollection', features: [...numbers, ...set.places(new Set(marks))] };
}
