import type { FeatureCollection, Position } from 'geojson';
import type { Bounds } from './types.ts';

/** The box around one shape, by its code. Null where there is no such shape, or it is not an area. */
export function boundsOf(shapes: FeatureCollection | undefined, code: string): Bounds | null {
  const shape = shapes?.features.find((feature) => feature.properties?.code === code)?.geometry;
  if (shape?.type !== 'Polygon' && shape?.type !== 'MultiPolygon') return null;
  const rings: Position[][] = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  const points = rings.flat();
  const lons = points.map(([lon = 0]) => lon);
  const lats = points.map(([, lat = 0]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The box around boxes. Null where there are none. */
export function boundsOfAll(boxes: readonly Bounds[]): Bounds | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<Bounds>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  );
}

/** Whether two boxes share ground. */
export const boxesMeet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
