import { gridOf } from '@kith/api/geo/national-grid';
import { AreaIndex } from '../load/world/area-index.ts';
import type { SharedFiles } from './shared-files.ts';

export const BOUNDARY_FILE = 'data/boundaries/lsoa21_england_wales.geojson.gz';

interface Feature {
  properties: { lsoa21_code: string };
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] };
}

/**
 * Which LSOA a point lies in, by the super-generalised boundaries. They are used to sort points into areas
 * and are not carried into the starter.
 */
export class AreaShapes extends AreaIndex {
  constructor(files: SharedFiles) {
    const { features } = JSON.parse(files.text(BOUNDARY_FILE)) as { features: Feature[] };
    super(
      features.filter(isNearAPatch).map((feature) => ({
        code: feature.properties.lsoa21_code,
        rings: ringsOf(feature).map((ring) => ring.map(([lon, lat]) => gridOf(lon as number, lat as number))),
      })),
    );
  }
}

function ringsOf(feature: Feature): number[][][] {
  const { type, coordinates } = feature.geometry;
  return type === 'Polygon' ? (coordinates as number[][][]) : (coordinates as number[][][][]).flat();
}

/** England between Brighton and Bradford: leaves out what no patch comes near, to save time. */
function isNearAPatch(feature: Feature): boolean {
  const [lon, lat] = (ringsOf(feature).flat()[0] ?? [0, 0]) as [number, number];
  return lon > -2.4 && lon < 0.3 && ((lat > 52.1 && lat < 53.95) || lat < 51.05);
}
