import type { CensusPercents } from '../load/census-percent.ts';
import { readPercents } from './census.ts';
import { csvText, numberIn, oneDecimal, percentOf } from './csv-text.ts';
import type { LoadedArea } from './people.ts';
import type { SharedFiles } from './shared-files.ts';

export const RURAL_URBAN_FILE = 'data/lookups/ruc21_lsoa21.csv.gz';
export const DEPRIVATION_FILE = 'data/indicators/imd2025_england_lsoa21.csv.gz';
export const LONELINESS_FILE = 'data/indicators/brc_cls_loneliness_2020_21_lsoa21.csv.gz';

const COLUMNS = [
  'code',
  'name',
  'ward',
  'district',
  'district_code',
  'patch',
  'rural_urban',
  'ruc_class',
  'residents',
  'households',
  'aged_65_over',
  'disabled',
  'age_16_24_pct',
  'age_65_over_pct',
  'one_person_pct',
  'not_married_pct',
  'fair_health_pct',
  'bad_health_pct',
  'disabled_pct',
  'rented_pct',
  'unpaid_care_pct',
  'no_car_pct',
  'census_from',
  'iod_2025_decile',
  'modelled_lonely_pct',
  'centroid_easting',
  'centroid_northing',
  'edge_metres',
] as const;

const NOTHING: CensusPercents = {
  onePerson: null,
  notMarried: null,
  fairHealth: null,
  badHealth: null,
  unpaidCare: null,
  noCar: null,
};

/** areas.csv: one row per area with its people and figures. */
export function areasCsv(files: SharedFiles, areas: readonly LoadedArea[]): string {
  const percents = readPercents(files);
  const rural = new Map(
    files
      .table(RURAL_URBAN_FILE, ['lsoa21_code', 'classification', 'ruc'])
      .map((row) => [row.lsoa21_code, { words: row.classification, rural: row.ruc }]),
  );
  const deciles = new Map(
    files
      .table(DEPRIVATION_FILE, ['lsoa21_code', 'IMD_decile'])
      .map((row) => [row.lsoa21_code, row.IMD_decile]),
  );
  const lonely = new Map(
    files.table(LONELINESS_FILE, ['lsoa21_code', 'perc']).map((row) => [row.lsoa21_code, row.perc]),
  );
  const rows = areas.map((area) => {
    const { counts } = area;
    const share = percents.of(area.code, area.name);
    const { onePerson, notMarried, fairHealth, badHealth, unpaidCare, noCar } = share?.percents ?? NOTHING;
    const ruralUrban = rural.get(area.code);
    return {
      code: area.code,
      name: area.name,
      ward: area.ward,
      district: area.district,
      district_code: area.districtCode,
      patch: area.patch,
      rural_urban: ruralUrban?.rural.toLowerCase(),
      ruc_class: ruralUrban?.words,
      residents: counts.residents,
      households: counts.households,
      aged_65_over: counts.aged65Over,
      disabled: counts.disabled,
      age_16_24_pct: percentOf(counts.aged16To24, counts.people),
      age_65_over_pct: percentOf(counts.aged65Over, counts.people),
      one_person_pct: oneDecimal(onePerson),
      not_married_pct: oneDecimal(notMarried),
      fair_health_pct: oneDecimal(fairHealth),
      bad_health_pct: oneDecimal(badHealth),
      disabled_pct: percentOf(counts.disabled, counts.residents),
      rented_pct: percentOf(counts.renting, counts.households),
      unpaid_care_pct: oneDecimal(unpaidCare),
      no_car_pct: oneDecimal(noCar),
      census_from: share?.from,
      iod_2025_decile: deciles.get(area.code),
      modelled_lonely_pct: oneDecimal(numberIn(lonely.get(area.code))),
      centroid_easting: Math.round(area.centroid.easting),
      centroid_northing: Math.round(area.centroid.northing),
      edge_metres: area.edgeMetres,
    };
  });
  return csvText(COLUMNS, rows);
}

/** home-points.csv: where the residents of each area are taken to live. */
export function homePointsCsv(areas: readonly LoadedArea[]): string {
  const rows = areas.flatMap((area) => area.points.map((point) => ({ area: area.code, ...point })));
  return csvText(['area', 'easting', 'northing', 'residents', 'kind'], rows);
}
