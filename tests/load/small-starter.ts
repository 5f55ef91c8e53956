import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDegrees } from '@kith/api/geo/national-grid';
import { INDICATORS } from '@kith/core/area/indicators';

/** A starter of six areas and a dozen places in made-up spots: quick to load, and every row known by heart. */
const AREAS = [
  ['E01000001', 'Northgate 001A', 'leicestershire', 'Blaby', 'E07000129', 456_000, 297_000],
  ['E01000002', 'Northgate 001B', 'leicestershire', 'Blaby', 'E07000129', 457_000, 297_000],
  ['E01000003', 'Millbrook 002A', 'leicestershire', 'Charnwood', 'E07000130', 456_000, 299_000],
  ['E01000004', 'Millbrook 002B', 'leicestershire', 'Charnwood', 'E07000130', 458_000, 299_000],
  ['E01000005', 'Almond 001A', 'kirklees', 'Kirklees', 'E08000034', 417_000, 416_000],
  ['E01000006', 'Hove 001A', 'brighton-and-hove', 'Brighton and Hove', 'E06000043', 528_000, 105_000],
] as const;

const ACE = 'ace-libraries-2023';
const BOTH = `${ACE}+libraries-open-schema-2025`;

interface Library {
  readonly key: string;
  readonly name: string;
  readonly patch?: string;
  readonly at: readonly [number, number] | null;
  readonly status?: string;
  readonly closed?: string;
  readonly outside?: boolean;
  readonly mobile?: boolean;
  readonly source?: string;
}

const LIBRARIES: readonly Library[] = [
  { key: 'blaby/northgate', name: 'Northgate Library', at: [456_100, 297_100] },
  { key: 'charnwood/millbrook', name: 'Millbrook Library', at: [456_200, 299_100] },
  {
    key: 'charnwood/shut',
    name: 'Old Mill Library',
    at: [458_100, 299_200],
    status: 'closed',
    closed: '2018',
  },
  { key: 'charnwood/repair', name: 'Weir Library', at: [457_500, 299_000], status: 'temporarily-closed' },
  { key: 'blaby/mobile', name: 'Blaby mobile library', at: null, mobile: true, source: ACE },
  { key: 'next/door', name: 'Next Door Library', at: [460_500, 297_000], outside: true, source: ACE },
  { key: 'kirklees/almond', name: 'Almond Library', patch: 'kirklees', at: [417_100, 416_100] },
  { key: 'hove/hove', name: 'Hôve Library', patch: 'brighton-and-hove', at: [528_100, 105_100] },
];

export interface SmallStarterChanges {
  /** The name of the first library: change it to make another version of the same starter. */
  readonly firstLibrary?: string;
  /** Leaves the second bench out. */
  readonly withoutBench?: boolean;
  /** The phone of the first venue; empty for none. */
  readonly phone?: string;
}

/** Writes the small starter into a folder laid out like data/. Sources are the real ones. */
export function writeSmallStarter(folder: string, changes: SmallStarterChanges = {}): void {
  mkdirSync(join(folder, 'starter'), { recursive: true });
  const sources = join(import.meta.dirname, '..', '..', 'data', 'sources.json');
  writeFileSync(join(folder, 'sources.json'), readFileSync(sources));
  const write = (name: string, rows: readonly Record<string, unknown>[]) =>
    writeFileSync(join(folder, 'starter', name), csv(rows));

  write('areas.csv', areaRows());
  write('home-points.csv', homePointRows());
  write('libraries.csv', libraryRows(changes.firstLibrary ?? 'Northgate Library'));
  write('benches.csv', benchRows(changes.withoutBench === true ? 2 : 3));
  write('venues.csv', venueRows(changes.phone ?? '0116 000 0000'));
  write('place-names.csv', nameRows());
  write('postcode-sectors.csv', sectorRows());
  write('money.csv', moneyRows());
}

function areaRows() {
  return AREAS.map(([code, name, patch, district, districtCode, easting, northing], at) => ({
    code,
    name,
    ward: name.split(' ')[0],
    district,
    district_code: districtCode,
    patch,
    rural_urban: at === 3 ? 'rural' : 'urban',
    ruc_class: 'Made up',
    residents: 1000 + 100 * at,
    households: 400 + 50 * at,
    aged_65_over: 200 + 10 * at,
    disabled: 150 + at,
    ...Object.fromEntries(INDICATORS.map((indicator) => [indicator.column, 10 + at])),
    iod_2025_decile: at + 1,
    // One gap, to see that it stays one.
    no_car_pct: at === 4 ? '' : 12.5 + at,
    census_from: at === 5 ? 'msoa' : 'lsoa',
    centroid_easting: easting,
    centroid_northing: northing,
    edge_metres: at === 0 ? 900 : '',
  }));
}

/** Three home points an area: half of the people in the middle, the rest 250 m north and 300 m east. */
function homePointRows() {
  return AREAS.flatMap(([area, , , , , easting, northing], at) => {
    const residents = 1000 + 100 * at;
    const rest = residents - residents / 2;
    return [
      { area, easting, northing, residents: residents / 2, kind: 'cluster' },
      { area, easting, northing: northing + 250, residents: rest / 2, kind: 'cluster' },
      { area, easting: easting + 300, northing, residents: rest / 2, kind: 'centroid' },
    ];
  });
}

function libraryRows(firstName: string) {
  return LIBRARIES.map((library, at) => {
    const { at: spot, status = 'open', closed = '', source = BOTH } = library;
    const position = spot === null ? {} : { ...toDegrees(...spot), easting: spot[0], northing: spot[1] };
    return {
      key: library.key,
      name: at === 0 ? firstName : library.name,
      authority: 'Made up',
      district: library.mobile === true ? '' : 'Blaby',
      district_code: '',
      patch: library.patch ?? 'leicestershire',
      outside: library.outside === true ? 'yes' : 'no',
      mobile: library.mobile === true ? 'yes' : 'no',
      status,
      year_closed: closed,
      year_opened: '',
      statutory_2010: 'yes',
      statutory_2023: status === 'closed' ? 'no' : 'yes',
      year_left_statutory: closed,
      run_by: at === 1 ? 'community' : 'council',
      operator: at === 1 ? 'Friends of Millbrook' : '',
      address: spot === null ? '' : `${at + 1} St John's Road`,
      postcode: spot === null ? '' : `LE10 ${at}AA`,
      lon: '',
      lat: '',
      easting: '',
      northing: '',
      ...position,
      opening_hours: source === BOTH && status === 'open' ? 'Mo-Fr 09:00-17:00' : '',
      days: 'Mon-Fri all day',
      hours_per_week: 40,
      staffed_hours_per_week: 40,
      co_located_with: '',
      email: '',
      website: source === BOTH ? 'https://example.org/library' : '',
      uprn: '',
      source,
      hours_source: source === BOTH ? 'libraries-open-schema-2025' : ACE,
      ace_year: 2023,
      open_schema_year: source === BOTH ? 2025 : '',
      notes: '',
    };
  });
}

function benchRows(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    key: 100 + at,
    name: `Bench near Northgate ${at + 1}`,
    patch: 'leicestershire',
    district: 'Blaby',
    ...toDegrees(456_050 + 10 * at, 297_050),
    easting: 456_050 + 10 * at,
    northing: 297_050,
  }));
}

function venueRows(phone: string) {
  const venue = (key: string, name: string, kind: string, more: Record<string, unknown>) => ({
    key,
    name,
    kind,
    status: 'open',
    patch: 'leicestershire',
    district: 'Blaby',
    address: '',
    postcode: '',
    ...toDegrees(456_400, 297_400),
    easting: 456_400,
    northing: 297_400,
    precision: 'village',
    when: '',
    year: '',
    opening_hours: '',
    for_whom: '',
    phone: '',
    website: '',
    source: `https://example.org/${key}`,
    ...more,
  });
  return [
    venue('knit', 'Knit and natter', 'group', { when: 'Tue 10:00-12:00 (2018)', year: 2018, phone }),
    venue('hall', "Friends' Café & Hall", 'hall', { precision: 'postcode', for_whom: 'People over 60' }),
    venue('nowhere', 'Walking group', 'group', {
      precision: 'none',
      lon: '',
      lat: '',
      easting: '',
      northing: '',
    }),
  ];
}

function nameRows() {
  const name = (each: string, type: string, patch: string, easting: number, northing: number) => ({
    name: each,
    district: 'Somewhere',
    type,
    patch,
    ...toDegrees(easting, northing),
    easting,
    northing,
  });
  return [
    name('Millbrook', 'hamlet', 'leicestershire', 456_000, 299_000),
    name('Millbrook', 'town', 'kirklees', 417_000, 416_000),
    name('Great Millbrook', 'village', 'leicestershire', 458_000, 299_000),
    name('Northgate', 'village', 'leicestershire', 456_000, 297_000),
  ];
}

function sectorRows() {
  const sector = (each: string, easting: number, northing: number, postcodes: number) => ({
    sector: each,
    patch: 'leicestershire',
    ...toDegrees(easting, northing),
    easting,
    northing,
    postcodes,
  });
  return [
    sector('LE10 0', 456_000, 297_000, 100),
    sector('LE10 1', 456_000, 299_000, 300),
    sector('LE1 1', 458_000, 299_000, 50),
  ];
}

function moneyRows() {
  return ['2010-11', '2011-12', '2014-15'].map((year, at) => ({
    authority: 'Leicestershire',
    authority_code: 'E10000018',
    patch: 'leicestershire',
    year,
    net_current_gbp_thousand: 15_712 - 1000 * at,
  }));
}

function csv(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) => {
    const text = String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
