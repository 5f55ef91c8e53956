import { type AreaHomePoints, homePointsOf } from '@kith/core/area/home-points';
import type { PatchId } from '@kith/core/area/patches';
import { edgeFinder } from '../load/world/edge-metres.ts';
import type { AreaShapes } from './area-shapes.ts';
import { type CensusCounts, readCounts } from './census.ts';
import { compareText } from './csv-text.ts';
import { type AreaNames, patchOf } from './lookups.ts';
import type { Postcode } from './postcodes.ts';
import type { SharedFiles } from './shared-files.ts';

export const CENTROID_FILE = 'data/lookups/LSOA_Dec_2021_PWC_EW.csv.gz';

export interface LoadedArea extends AreaNames, AreaHomePoints {
  readonly patch: PatchId;
  readonly counts: CensusCounts;
  readonly centroid: { readonly easting: number; readonly northing: number };
  readonly postcodes: readonly Postcode[];
  readonly edgeMetres: number | null;
}

/** Every area of the three patches with its people, home points and distance to the edge, by code. */
export function loadAreas(
  files: SharedFiles,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
  postcodes: readonly Postcode[],
): LoadedArea[] {
  const counts = readCounts(files);
  const centroids = readCentroids(files);
  const sorted = sortIntoAreas(shapes, postcodes);
  const outside = postcodes.filter((postcode) => !patchOf(postcode.districtCode));
  const edge = edgeFinder({
    easting: outside.map(({ easting }) => easting),
    northing: outside.map(({ northing }) => northing),
  });
  return [...names.values()]
    .sort((a, b) => compareText(a.code, b.code))
    .flatMap((area) => {
      const patch = patchOf(area.districtCode);
      if (!patch) return [];
      const count = counts.get(area.code);
      const centroid = centroids.get(area.code);
      if (!count || !centroid) throw new Error(`${area.code} has no census count or no centroid`);
      const own = sorted.get(area.code) ?? [];
      const homes = homePointsOf(own, centroid, count.residents);
      const edgeMetres = edge(homes.points);
      return [{ ...area, patch, counts: count, centroid, postcodes: own, ...homes, edgeMetres }];
    });
}

/** Official population-weighted centroids by LSOA code, metres of the National Grid. */
export function readCentroids(files: SharedFiles): Map<string, { easting: number; northing: number }> {
  const rows = files.table(CENTROID_FILE, ['LSOA21CD', 'x', 'y']);
  return new Map(rows.map((row) => [row.LSOA21CD, { easting: Number(row.x), northing: Number(row.y) }]));
}

/** Postcodes by the area they lie in; off the shore, where no area lies, by the nearest. */
function sortIntoAreas(shapes: AreaShapes, postcodes: readonly Postcode[]): Map<string, Postcode[]> {
  const sorted = new Map<string, Postcode[]>();
  for (const postcode of postcodes) {
    const code = shapes.areaAtOrByShore(postcode.easting, postcode.northing);
    if (!code) continue;
    const members = sorted.get(code);
    if (members) members.push(postcode);
    else sorted.set(code, [postcode]);
  }
  for (const members of sorted.values()) members.sort((a, b) => compareText(a.postcode, b.postcode));
  return sorted;
}
