import type { Coverage, CoverageState, DataReport, IndicatorReport } from '@kith/core/source/data-report';
import type { AreaClasses } from '../../map/types.ts';

/** Steps of the map's ramp that are far apart, also in grey; what is missing is "no data" and never a colour. */
const CLASSES: Readonly<Record<CoverageState, number | null>> = { own: 4, wider: 2, none: null };

/** Areas coloured by whose figure they have. */
export function areaClasses({ codes, states }: Coverage): AreaClasses {
  return { of: 'areas', codes, classes: states.map((state) => CLASSES[state]), ramp: 'reach' };
}

/** One district as the table tells it. */
export interface DistrictRow {
  readonly code: string;
  readonly name: string;
  readonly areas: number;
  readonly own: number;
  readonly wider: number;
  readonly none: number;
}

/** The districts of a map, by name. @param patch null for all that is loaded */
export function districtRows(
  report: Pick<DataReport, 'districts'>,
  { byDistrict }: Pick<IndicatorReport, 'byDistrict'>,
  patch: string | null,
): DistrictRow[] {
  return report.districts
    .map((district, at) => ({
      code: district.code,
      name: district.name,
      patch: district.patch,
      areas: district.areas,
      own: byDistrict.own[at] ?? 0,
      wider: byDistrict.wider[at] ?? 0,
      none: byDistrict.none[at] ?? 0,
    }))
    .filter((row) => patch === null || row.patch === patch)
    .map(({ patch: _patch, ...row }) => row)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Districts coloured by the least of their areas: one without a figure makes the district one that lacks some. */
export function districtClasses(rows: readonly DistrictRow[]): AreaClasses {
  const state = ({ wider, none }: DistrictRow): CoverageState =>
    none > 0 ? 'none' : wider > 0 ? 'wider' : 'own';
  return {
    of: 'districts',
    codes: rows.map((row) => row.code),
    classes: rows.map((row) => CLASSES[state(row)]),
    ramp: 'reach',
  };
}
