import { straightMetres } from '@kith/core/reach/detour';
import type { SiteObjective, SiteProblem } from '@kith/core/site/problem';
import { readCounts } from '../make-starter/census.ts';
import { patchOf, readAreaNames } from '../make-starter/lookups.ts';
import { readCentroids } from '../make-starter/people.ts';
import { SharedFiles } from '../make-starter/shared-files.ts';

/**
 * The 634 areas of Leicestershire, Leicester and Rutland: residents of each at its official population-weighted
 * centroid, every centroid a candidate, costs straight metres without a detour. In the order of their codes.
 */
export function leicestershire(
  folder: string,
): (objective: SiteObjective, open: number, limit: number) => SiteProblem {
  const files = new SharedFiles(folder);
  const counts = readCounts(files);
  const centroids = readCentroids(files);
  const areas = [...readAreaNames(files).values()]
    .filter(({ districtCode }) => patchOf(districtCode) === 'leicestershire')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code }) => {
      const centroid = centroids.get(code);
      const count = counts.get(code);
      return centroid && count ? [{ ...centroid, residents: count.residents }] : [];
    });
  const values = Float64Array.from(
    areas.flatMap((from) =>
      areas.map((to) => straightMetres(from.easting, from.northing, to.easting, to.northing)),
    ),
  );
  const weights = Float64Array.from(areas, ({ residents }) => residents);
  const costs = { demands: areas.length, candidates: areas.length, values };
  return (objective, open, limit) => ({ objective, weights, costs, open, limit, fixed: [] });
}
