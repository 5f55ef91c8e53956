import { nearestName } from '../load/nearest-name.ts';
import type { AreaShapes } from './area-shapes.ts';
import { csvText } from './csv-text.ts';
import { type AreaNames, patchOf } from './lookups.ts';
import { positionInDegrees } from './national-grid.ts';
import type { PlaceName } from './place-names.ts';
import type { SharedFiles } from './shared-files.ts';

export const BENCHES_FILE = 'data/places/openbenches_uk_2026-05.csv.gz';

/**
 * benches.csv: memorial benches in the areas. Only the id and the position are read: what is written on a bench
 * names people, and stays in the source.
 */
export function benchesCsv(
  files: SharedFiles,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
  places: readonly PlaceName[],
): string {
  const nameNear = nearestName(places);
  const rows = files.table(BENCHES_FILE, ['bench_id_mvt', 'lon', 'lat']).flatMap((row) => {
    const [lon, lat] = [Number(row.lon), Number(row.lat)];
    if (!(lon > -2.4 && lon < 0.3 && lat > 50.7 && lat < 54)) return [];
    const position = positionInDegrees(lon, lat);
    const area = names.get(shapes.areaAtOrByShore(position.easting, position.northing) ?? '');
    const patch = patchOf(area?.districtCode ?? '');
    if (!area || !patch) return [];
    const near = nameNear(position) ?? `${area.ward} ward`;
    return [
      { key: row.bench_id_mvt, name: `Bench near ${near}`, patch, district: area.district, ...position },
    ];
  });
  rows.sort((a, b) => Number(a.key) - Number(b.key));
  return csvText(['key', 'name', 'patch', 'district', 'lon', 'lat', 'easting', 'northing'], rows);
}
