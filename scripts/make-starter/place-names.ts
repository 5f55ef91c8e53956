import type { PatchId } from '@kith/core/area/patches';
import { byName, isPostcodeDistrict, onceEach } from '../load/world/once-each.ts';
import type { AreaShapes } from './area-shapes.ts';
import { compareText, csvText } from './csv-text.ts';
import { type AreaNames, patchOf } from './lookups.ts';
import { type Position, positionInDegrees } from './national-grid.ts';
import type { SharedFiles } from './shared-files.ts';

export const NAMES_FILE = 'data/postcodes/os_open_names_gazetteer_ranked.tsv.gz';
const TYPES = { c: 'city', t: 'town', v: 'village', h: 'hamlet', a: 'area', o: 'other' } as const;

export interface PlaceName extends Position {
  readonly name: string;
  readonly district: string;
  readonly type: string;
  readonly patch: PatchId;
}

/** The names of cities, towns, villages, hamlets and neighbourhoods within the patches, each once. */
export function readPlaceNames(
  files: SharedFiles,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
): PlaceName[] {
  const rows = files.table(NAMES_FILE, ['name', 'type', 'lat', 'lon'], {
    header: ['name', 'district', 'type', 'lat', 'lon'],
    tabs: true,
  });
  const inside = rows.flatMap((row): PlaceName[] => {
    const [lon, lat] = [Number(row.lon), Number(row.lat)];
    if (lon < -2.4 || lon > 0.3 || lat < 50.7 || lat > 54) return [];
    const position = positionInDegrees(lon, lat);
    const area = names.get(shapes.areaAtOrByShore(position.easting, position.northing) ?? '');
    const patch = patchOf(area?.districtCode ?? '');
    if (!area || !patch) return [];
    if (isPostcodeDistrict(row.name.trim())) return [];
    const type = TYPES[row.type as keyof typeof TYPES] ?? 'other';
    return [{ name: row.name.trim(), district: area.district, type, patch, ...position }];
  });
  inside.sort((a, b) => compareText(a.patch, b.patch) || byName(a, b));
  return onceEach(inside);
}

/** place-names.csv: for search and labels. */
export function placeNamesCsv(places: readonly PlaceName[]): string {
  const columns = ['name', 'district', 'type', 'patch', 'lon', 'lat', 'easting', 'northing'] as const;
  return csvText(columns, places);
}
