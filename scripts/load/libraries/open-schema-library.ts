import { tidyPostcode } from '../postcode-text.ts';
import { addressIn, realUprn, tidyName, yearIn } from './library-cells.ts';

/** The columns that are read. The schema has others. */
export const OPEN_SCHEMA_COLUMNS = [
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
  'Monday staffed hours',
  'Tuesday staffed hours',
  'Wednesday staffed hours',
  'Thursday staffed hours',
  'Friday staffed hours',
  'Saturday staffed hours',
  'Sunday staffed hours',
  'Monday unstaffed hours',
  'Tuesday unstaffed hours',
  'Wednesday unstaffed hours',
  'Thursday unstaffed hours',
  'Friday unstaffed hours',
  'Saturday unstaffed hours',
  'Sunday unstaffed hours',
  'Co-located with',
  'Notes',
  'URL',
  'Email address',
] as const;
export type OpenSchemaColumn = (typeof OPEN_SCHEMA_COLUMNS)[number];

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export interface OpenSchemaLibrary {
  /** The council in full: `Leicestershire County Council`. */
  readonly council: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly uprn: string;
  readonly statutory: string;
  readonly type: string;
  /** A year of closing is given; where nobody knows which, the file has 1900. */
  readonly closed: boolean;
  readonly yearClosed: number | null;
  readonly yearOpened: number | null;
  /** Clock hours per day, staffed and unstaffed together, as written: `09:00-17:00`. */
  readonly hours: readonly (readonly string[])[];
  readonly coLocated: string;
  readonly notes: string;
  readonly website: string;
  readonly email: string;
}

/** One row in the open schema for libraries. */
export function openSchemaLibraryOf(row: Readonly<Record<OpenSchemaColumn, string>>): OpenSchemaLibrary {
  return {
    council: row['Local authority'].trim(),
    name: tidyName(row['Library name']),
    address: addressIn([row['Address 1'], row['Address 2']]),
    postcode: tidyPostcode(row.Postcode),
    uprn: realUprn(row['Unique property reference number']),
    statutory: row.Statutory.trim().toLowerCase(),
    type: row['Type of library'].trim(),
    closed: /^\d{4}$/.test(row['Year closed'].trim()),
    yearClosed: yearIn(row['Year closed']),
    yearOpened: yearIn(row['Year opened']),
    hours: DAY_NAMES.map((day) =>
      [row[`${day} staffed hours`], row[`${day} unstaffed hours`]]
        .flatMap((cell) => cell.split(','))
        .map((range) => range.trim())
        .filter((range) => range !== ''),
    ),
    coLocated: row['Co-located with'].trim(),
    notes: row.Notes.replace(/\s+/g, ' ').trim(),
    website: /^https?:\/\//.test(row.URL.trim()) ? row.URL.trim() : '',
    email: row['Email address'].trim().toLowerCase(),
  };
}
