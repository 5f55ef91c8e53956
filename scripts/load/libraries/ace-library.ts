import { tidyPostcode } from '../postcode-text.ts';
import { addressIn, realUprn, tidyName, weeklyHours, yearIn } from './library-cells.ts';

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
const CO_LOCATED_KEYS = Object.keys(CO_LOCATED) as (keyof typeof CO_LOCATED)[];

/** The columns that are read. The list has others. */
export const ACE_COLUMNS = [
  'name',
  'address1',
  'address2',
  'authority',
  'postcode',
  'uprn',
  'type',
  'statutory_10',
  'statutory_16',
  'statutory_19',
  'statutory_21',
  'statutory_22',
  'statutory_23',
  'operation_23',
  'closed',
  'opened',
  'operating_organisation',
  ...CO_LOCATED_KEYS,
  'co_located_other_text',
  ...WEEKDAYS,
  'hours',
  'staffed_hours',
  'email',
] as const;
export type AceColumn = (typeof ACE_COLUMNS)[number];

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
  /** The position of its postcode, where the companion file gives one. */
  readonly grid: readonly [number, number] | null;
}

/** One row of the Arts Council's list. `Closed` and `closed`, `C` and `c` are the same; `N/A` and `-` are nothing. */
export function aceLibraryOf(
  row: Readonly<Record<AceColumn, string>>,
  grid: readonly [number, number] | null,
): AceLibrary {
  const kinds = CO_LOCATED_KEYS.filter((key) => /^x$/i.test(row[key].trim()));
  const other = row.co_located_other_text.trim();
  return {
    authority: row.authority.trim(),
    name: tidyName(row.name),
    address: addressIn([row.address1, row.address2]),
    postcode: tidyPostcode(row.postcode),
    uprn: realUprn(row.uprn),
    type: row.type.trim().toLowerCase(),
    statutory: STATUTORY_YEARS.map((year) =>
      row[`statutory_${year % 100}` as AceColumn].trim().toLowerCase(),
    ),
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
    grid,
  };
}
