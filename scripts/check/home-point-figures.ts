import type { LoadedArea } from '../make-starter/people.ts';
import { spreadOf } from './spread.ts';

/** How near home points come to the official centroids and to the postcodes they stand for, in metres. */
export function homePointFigures(areas: readonly LoadedArea[]) {
  const after = areas.map((area) => area.missAfterMetres);
  const points = areas.flatMap((area) => area.points);
  const within10 = after.filter((miss) => miss <= 10).length;
  return {
    before: spreadOf(areas.map((area) => area.missBeforeMetres)),
    after: spreadOf(after),
    within10,
    within10Percent: ((100 * within10) / areas.length).toFixed(1),
    withCentroid: areas.filter((area) => area.points.some((point) => point.kind === 'centroid')).length,
    postcode: spreadOf(areas.flatMap(postcodeDistances)),
    points: points.length,
    empty: points.filter((point) => point.residents === 0).length,
  };
}

function postcodeDistances(area: LoadedArea): number[] {
  return area.postcodes.map((postcode) =>
    Math.min(
      ...area.points.map((point) => {
        const [east, north] = [point.easting - postcode.easting, point.northing - postcode.northing];
        return Math.sqrt(east * east + north * north);
      }),
    ),
  );
}
