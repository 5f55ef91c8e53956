import { toDegrees } from '@kith/api/geo/national-grid';
import type { AreaValue } from '@kith/api/store/area-store';
import type { AreaToLoad } from '@kith/api/store/seed-store';
import { INDICATORS } from '@kith/core/area/indicators';
import { patchIdSchema } from '@kith/core/area/patch';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z
  .object({
    code: z.string().regex(/^E01\d{6}$/, 'is not the code of an area'),
    name: cell.text,
    ward: cell.text,
    district: cell.text,
    district_code: cell.text,
    patch: patchIdSchema,
    rural_urban: z.enum(['urban', 'rural']),
    ruc_class: cell.text,
    residents: cell.whole,
    households: cell.whole,
    aged_65_over: cell.whole,
    disabled: cell.whole,
    /** Which geography the Census percentages are of, where the indicator may fall back on the wider one. */
    census_from: z.enum(['lsoa', 'msoa']),
    centroid_easting: cell.decimal,
    centroid_northing: cell.decimal,
    edge_metres: cell.maybeWhole,
  })
  .catchall(z.string());

/** Areas with their figures. An empty figure stays "no data", with a reason. */
export function readAreas(file: string): { areas: AreaToLoad[]; values: AreaValue[] } {
  const rows = readCsv(file, row);
  const areas = rows.map((each) => {
    const easting = Math.round(each.centroid_easting);
    const northing = Math.round(each.centroid_northing);
    return {
      code: each.code,
      name: each.name,
      ward: each.ward,
      district: each.district,
      districtCode: each.district_code,
      patch: each.patch,
      ruralUrban: each.rural_urban,
      rucClass: each.ruc_class,
      residents: each.residents,
      households: each.households,
      aged65Over: each.aged_65_over,
      disabled: each.disabled,
      edgeMetres: each.edge_metres,
      easting,
      northing,
      ...toDegrees(easting, northing),
    };
  });
  const values = INDICATORS.flatMap((indicator) =>
    rows.map((each) => {
      const value = cell.maybeDecimal.parse(each[indicator.column] ?? '');
      return {
        area: each.code,
        indicator: indicator.id,
        value,
        reason: value === null ? 'No figure is published for this area.' : null,
        geography: indicator.fromMsoa ? each.census_from : ('lsoa' as const),
        source: indicator.source,
        year: indicator.year,
      };
    }),
  );
  return { areas, values };
}
