import { dayWords } from '../load/libraries/library-days.ts';
import {
  ACE_YEAR,
  libraryName,
  OPEN_SCHEMA_YEAR,
  operatorOf,
  organisationMailbox,
  runByOf,
  statusOf,
  statutoryIn,
  yearLeftStatutory,
} from '../load/libraries/library-facts.ts';
import { clockHours } from '../load/libraries/library-hours.ts';
import type { JoinedLibrary } from '../load/libraries/library-join.ts';
import { councilOf, libraryKey } from '../load/libraries/library-key.ts';
import { libraryNotes } from '../load/libraries/library-notes.ts';
import type { Position } from './national-grid.ts';

export const LIBRARY_COLUMNS = [
  'key',
  'name',
  'authority',
  'district',
  'district_code',
  'patch',
  'outside',
  'mobile',
  'status',
  'year_closed',
  'year_opened',
  'statutory_2010',
  'statutory_2023',
  'year_left_statutory',
  'run_by',
  'operator',
  'address',
  'postcode',
  'lon',
  'lat',
  'easting',
  'northing',
  'opening_hours',
  'days',
  'hours_per_week',
  'staffed_hours_per_week',
  'co_located_with',
  'email',
  'website',
  'uprn',
  'source',
  'hours_source',
  'ace_year',
  'open_schema_year',
  'notes',
] as const;

/** What the two lists together say of one library; where it stands is added by the caller. */
export function libraryRow(library: JoinedLibrary, mobile: boolean, position: Position | null) {
  const { ace, schema } = library;
  const { status, yearClosed } = statusOf(library);
  const council = councilOf(library);
  const plainName = ace?.name ?? schema?.name ?? '';
  const address = (ace && ace.address.length > 0 ? ace.address : schema?.address) ?? [];
  const postcode = schema?.postcode || ace?.postcode || '';
  const runBy = runByOf(library);
  const closed = status === 'closed';
  const clock = clockHours(
    schema && !closed && !mobile ? schema.hours : [],
    schema?.notes ?? '',
    ace?.days ?? [],
  );
  const days = closed ? '' : dayWords(ace?.days ?? []);
  return {
    key: libraryKey(library),
    name: libraryName(plainName, council),
    authority: council,
    mobile: mobile ? 'yes' : 'no',
    status,
    year_closed: yearClosed,
    year_opened: ace?.yearOpened ?? schema?.yearOpened,
    statutory_2010: statutoryIn(ace, 2010),
    statutory_2023: statutoryIn(ace, 2023),
    year_left_statutory: yearLeftStatutory(ace, yearClosed),
    run_by: runBy,
    operator: operatorOf(library, runBy),
    address: mobile ? '' : address.join(', '),
    postcode: mobile ? '' : postcode,
    lon: position?.lon,
    lat: position?.lat,
    easting: position?.easting,
    northing: position?.northing,
    opening_hours: clock.openingHours,
    days,
    hours_per_week: closed ? '' : ace?.hours,
    staffed_hours_per_week: closed ? '' : ace?.staffedHours,
    co_located_with: schema?.coLocated || ace?.coLocated,
    email: closed ? '' : organisationMailbox(ace?.email ?? schema?.email ?? '', plainName),
    website: closed ? '' : schema?.website,
    uprn: mobile ? '' : ace?.uprn || schema?.uprn,
    source: [ace ? 'ace-libraries-2023' : '', schema ? 'libraries-open-schema-2025' : '']
      .filter(Boolean)
      .join('+'),
    hours_source: clock.openingHours ? 'libraries-open-schema-2025' : days ? 'ace-libraries-2023' : '',
    ace_year: ace ? ACE_YEAR : '',
    open_schema_year: schema ? OPEN_SCHEMA_YEAR : '',
    notes: libraryNotes(library, { status, mobile, clock }),
  };
}
