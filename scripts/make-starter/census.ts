import { type CensusPercents, LEAST_COVERAGE, PERCENT_COLUMN, percentsOf } from '../load/census-percent.ts';
import { msoaNameOf } from '../load/msoa-boundaries.ts';
import { numberIn } from './csv-text.ts';
import type { SharedFiles } from './shared-files.ts';

const FOLDER = 'data/indicators';
export const CENSUS_FILES = {
  age: `${FOLDER}/census2021_age6_lsoa21_ew.csv.gz`,
  disability: `${FOLDER}/census2021_ts038_disabled_lsoa21_ew.csv.gz`,
  tenure: `${FOLDER}/census2021_ts054_tenure_lsoa21_ew.csv.gz`,
  percentLsoa: `${FOLDER}/census2021_pct_lsoa21_from_oa_leics_rutland_kirklees.csv.gz`,
  percentMsoa: `${FOLDER}/census2021_pct_msoa21_ew.csv.gz`,
} as const;
export const MSOA_BOUNDARY_FILE = 'data/boundaries/msoa21_england_wales.geojson.gz';

const AGE_BANDS = [
  'Aged 15 years and under',
  'Aged 16 to 24 years',
  'Aged 25 to 34 years',
  'Aged 35 to 49 years',
  'Aged 50 to 64 years',
  'Aged 65 years and over',
] as const;

/** Social and private renting. "Lives rent free" and shared ownership are not renting and are left out. */
const RENTED = [
  'Social rented: Rents from council or Local Authority',
  'Social rented: Other social rented',
  'Private rented: Private landlord or letting agency',
  'Private rented: Other private rented',
] as const;

export interface CensusCounts {
  readonly people: number;
  readonly aged16To24: number;
  readonly aged65Over: number;
  readonly residents: number;
  readonly disabled: number;
  readonly households: number;
  readonly renting: number;
}

/** Counts of the 2021 census by LSOA code. Areas that a table lacks have no entry. */
export function readCounts(files: SharedFiles): Map<string, CensusCounts> {
  const age = byCode(files.table(CENSUS_FILES.age, ['lsoa21_code', ...AGE_BANDS]));
  const tenure = byCode(files.table(CENSUS_FILES.tenure, ['lsoa21_code', 'total_households', ...RENTED]));
  const counts = new Map<string, CensusCounts>();
  for (const row of files.table(CENSUS_FILES.disability, ['lsoa21_code', 'n', 'total_residents'])) {
    const ages = age.get(row.lsoa21_code);
    const homes = tenure.get(row.lsoa21_code);
    if (!ages || !homes) continue;
    counts.set(row.lsoa21_code, {
      people: AGE_BANDS.reduce((sum, band) => sum + Number(ages[band]), 0),
      aged16To24: Number(ages['Aged 16 to 24 years']),
      aged65Over: Number(ages['Aged 65 years and over']),
      residents: Number(row.total_residents),
      disabled: Number(row.n),
      households: Number(homes.total_households),
      renting: RENTED.reduce((sum, kind) => sum + Number(homes[kind]), 0),
    });
  }
  return counts;
}

const PERCENT_COLUMNS = Object.values(PERCENT_COLUMN);
type PercentRow = Readonly<Record<(typeof PERCENT_COLUMNS)[number], string>>;

/** The LSOA's own percentages where they cover enough of it, else those of its MSOA, and which of the two. */
export function readPercents(files: SharedFiles): {
  of(code: string, name: string): { from: 'lsoa' | 'msoa'; percents: CensusPercents } | null;
} {
  const own = new Map(
    files
      .table(CENSUS_FILES.percentLsoa, ['lsoa21_code', 'household_coverage', ...PERCENT_COLUMNS])
      .filter((row) => Number(row.household_coverage) >= LEAST_COVERAGE)
      .map((row) => [row.lsoa21_code, percentsIn(row)]),
  );
  const wider = new Map(
    files
      .table(CENSUS_FILES.percentMsoa, ['areacd', ...PERCENT_COLUMNS])
      .map((row) => [row.areacd, percentsIn(row)]),
  );
  const msoaCodes = readMsoaCodes(files);
  return {
    of(code, name) {
      const mine = own.get(code);
      if (mine) return { from: 'lsoa', percents: mine };
      const percents = wider.get(msoaCodes.get(msoaNameOf(name)) ?? '');
      return percents ? { from: 'msoa', percents } : null;
    },
  };
}

function readMsoaCodes(files: SharedFiles): Map<string, string> {
  const { features } = JSON.parse(files.text(MSOA_BOUNDARY_FILE)) as {
    features: { properties: { msoa21_code: string; msoa21_name: string } }[];
  };
  return new Map(features.map(({ properties }) => [properties.msoa21_name, properties.msoa21_code]));
}

function percentsIn(row: PercentRow): CensusPercents {
  return percentsOf((name) => numberIn(row[PERCENT_COLUMN[name]]));
}

function byCode<R extends Readonly<Record<'lsoa21_code', string>>>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.lsoa21_code, row]));
}
