import { tidyPostcode } from './postcodes.ts';
import type { SharedFiles } from './shared-files.ts';

export const ACE_FILE = 'data/places/ace_libraries_england_2023.csv.gz';
export const ACE_GEOCODED_FILE = 'data/places/ace_libraries_england_2023_geocoded.csv.gz';
export const OPEN_SCHEMA_FILE = 'data/places/uk_libraries_open_schema_2025.csv.gz';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
/** The years for which the Arts Council's list says whether a library was statutory. */
export const STATUTORY_YEARS = [2010, 2016, 2019, 2021, 2022, 2023] as const;

const CO_LOCATED = {
  co_located_archives: 'archives',
  co_located_artscentre: 'arts centre',
  co_located_carehome_hostel: 'housing with care',
  co_located_catering_bars_pub: 'café, bar or pub',
  co_located_civic: 'council offices',
  co_located_community: 'community centre',
  co_located_faithbuildings: 'faith building',
  co_located_health: 'health centre',
  co_located_hotel: 'hotel',
  co_located_industrial_business: 'business premises',
  co_located_library: 'another library',
  co_located_museum: 'museum',
  co_located_retail: 'shops',
  co_located_schools_colleges: 'school or college',
  co_located_universities_highereducation: 'university',
} as const;

export interface AceLibrary {
  readonly authority: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly uprn: string;
  readonly type: string;
  /** As written for each of `STATUTORY_YEARS`, in lower case. */
  readonly statutory: readonly string[];
  /** How it was run in 2023: `la`, `lau`, `c`, `cr`, `icl`, `closed`, `temporary closure`, `[unknown]`. */
  readonly operation: string;
  readonly yearClosed: number | null;
  readonly yearOpened: number | null;
  readonly organisation: string;
  readonly coLocated: string;
  readonly days: readonly string[];
  readonly hours: string;
  readonly staffedHours: string;
  readonly email: string;
  readonly grid: readonly [number, number] | null;
}

export interface OpenSchemaLibrary {
  /** The council in full: `Leicestershire County Council`. */
  readonly council: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly uprn: string;
  readonly statutory: string;
  readonly type: string;
  readonly yearClosed: number | null;
  readonly yearOpened: number | null;
  /** Clock hours per day, staffed and unstaffed together, as written: `09:00-17:00`. */
  readonly hours: readonly (readonly string[])[];
  readonly coLocated: string;
  readonly notes: string;
  readonly website: string;
  readonly email: string;
}

/** The Arts Council's list with the position of each postcode beside it (the two files keep one order). */
export function readAce(files: SharedFiles): AceLibrary[] {
  const rows = files.table(ACE_FILE, [
    'name',
    'address1',
    'address2',
    'authority',
    'postcode',
    'uprn',
    'type',
    ...STATUTORY_YEARS.map((year) => `statutory_${year % 100}` as const),
    'operation_23',
    'closed',
    'opened',
    'operating_organisation',
    ...(Object.keys(CO_LOCATED) as (keyof typeof CO_LOCATED)[]),
    'co_located_other_text',
    ...WEEKDAYS,
    'hours',
    'staffed_hours',
    'email',
  ]);
  const placed = files.table(ACE_GEOCODED_FILE, ['authority', 'name', 'easting', 'northing']);
  return rows.map((row, at) => {
    const spot = placed[at];
    if (spot?.name !== row.name || spot.authority !== row.authority) {
      throw new Error(`the two Arts Council files part at row ${at + 2}: ${row.name}`);
    }
    const kinds = (Object.keys(CO_LOCATED) as (keyof typeof CO_LOCATED)[]).filter((key) =>
      /^x$/i.test(row[key].trim()),
    );
    const other = row.co_located_other_text.trim();
    return {
      authority: row.authority.trim(),
      name: tidyName(row.name),
      address: addressIn([row.address1, row.address2]),
      postcode: tidyPostcode(row.postcode),
      uprn: realUprn(row.uprn),
      type: row.type.trim().toLowerCase(),
      statutory: STATUTORY_YEARS.map((year) => row[`statutory_${year % 100}`]?.trim().toLowerCase() ?? ''),
      operation: row.operation_23.trim().toLowerCase(),
      yearClosed: yearIn(row.closed),
      yearOpened: yearIn(row.opened),
      organisation: row.operating_organisation.trim().replace(/^(-|n\/a)$/i, ''),
      coLocated: [
        ...kinds.map((key) => CO_LOCATED[key]),
        ...(/^(n\/a|\[.*\])?$/i.test(other) ? [] : [other]),
      ].join('; '),
      days: WEEKDAYS.map((day) => row[day].trim().toLowerCase()),
      hours: weeklyHours(row.hours),
      staffedHours: weeklyHours(row.staffed_hours),
      email: row.email.trim().toLowerCase(),
      grid: Number(spot.easting) > 0 ? [Number(spot.easting), Number(spot.northing)] : null,
    };
  });
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function readOpenSchema(files: SharedFiles): OpenSchemaLibrary[] {
  const rows = files.table(OPEN_SCHEMA_FILE, [
    'Local authority',
    'Library name',
    'Address 1',
    'Address 2',
    'Postcode',
    'Unique property reference number',
    'Statutory',
    'Type of library',
    'Year opened',
    'Year closed',
    ...DAY_NAMES.map((day) => `${day} staffed hours` as const),
    ...DAY_NAMES.map((day) => `${day} unstaffed hours` as const),
    'Co-located with',
    'Notes',
    'URL',
    'Email address',
  ]);
  return rows.map((row) => ({
    council: row['Local authority'].trim(),
    name: tidyName(row['Library name']),
    address: addressIn([row['Address 1'], row['Address 2']]),
    postcode: tidyPostcode(row.Postcode),
    uprn: realUprn(row['Unique property reference number']),
    statutory: row.Statutory.trim().toLowerCase(),
    type: row['Type of library'].trim(),
    yearClosed: yearIn(row['Year closed']),
    yearOpened: yearIn(row['Year opened']),
    hours: DAY_NAMES.map((day) =>
      [row[`${day} staffed hours`], row[`${day} unstaffed hours`]]
        .flatMap((cell) => (cell ?? '').split(','))
        .map((range) => range.trim())
        .filter((range) => range !== ''),
    ),
    coLocated: row['Co-located with'].trim(),
    notes: row.Notes.replace(/\s+/g, ' ').trim(),
    website: /^https?:\/\//.test(row.URL.trim()) ? row.URL.trim() : '',
    email: row['Email address'].trim().toLowerCase(),
  }));
}

/** One word for a council in both lists: `Leicester City Council` and `Leicester` are both `leicester`. */
export function councilKey(name: string): string {
  return name
    .toLowerCase()
    .replace('&', 'and')
    .replace(/\b(metropolitan|borough|district|county|city|council|of|the|london|royal|corporation)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

function tidyName(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function addressIn(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/\s*,\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && line !== '-');
}

/** Eight digits or more: a shorter number, or one with letters, is a council's own code (manifest). */
function realUprn(text: string): string {
  const plain = text.trim();
  return /^\d{8,12}$/.test(plain) ? plain : '';
}

function yearIn(text: string): number | null {
  const year = Number(text.trim());
  return Number.isInteger(year) && year > 1800 && year !== 1900 ? year : null;
}

function weeklyHours(text: string): string {
  const hours = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(hours) && hours > 0 && hours <= 168 ? String(hours) : '';
}
