import type { Shape } from '@kith/api/store/shape-store';
import { featureId } from '@kith/core/area/feature-id';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { TilesInput } from './build-tiles.ts';
import type { Box } from './tile-grid.ts';

/** Something to draw. Its text is read each time it is asked for: all of England read at once would fill memory. */
export interface Drawn {
  readonly box: Box;
  /** The zoom from which it is shown. */
  readonly from: number;
  feature(): Feature;
}

/** Shapes by code, so that tiles do not hang on the order they came in. */
export function drawnShapes(shapes: readonly Shape[], named: boolean): Drawn[] {
  return [...shapes]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, patch, geometry }) => {
      const read = () => JSON.parse(geometry) as Polygon | MultiPolygon;
      const properties = named ? { code, name: name ?? code, patch } : { code, patch };
      return {
        box: boxOfShape(read()),
        from: 0,
        feature: () => ({ type: 'Feature', id: featureId(code), properties, geometry: read() }),
      };
    });
}

/** The zoom from which a name of a type is shown. */
const FIRST_ZOOM_OF: Readonly<Record<string, number>> = { city: 5, town: 7, village: 9 };
const OTHERS_FROM = 10;

/** Names on ground that is loaded: elsewhere there is nothing for them to be read with. */
export function drawnNames(names: TilesInput['names']): Drawn[] {
  return names.flatMap(({ name, type, patch, lon, lat }): Drawn[] => {
    if (patch === '') return [];
    const properties = { name, type, patch };
    const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
    return [
      {
        box: [lon, lat, lon, lat],
        from: FIRST_ZOOM_OF[type] ?? OTHERS_FROM,
        feature: () => ({ type: 'Feature', properties, geometry }),
      },
    ];
  });
}

function boxOfShape(shape: Polygon | MultiPolygon): Box {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [outer] of polygons) {
    for (const [lon = 0, lat = 0] of outer ?? []) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}
