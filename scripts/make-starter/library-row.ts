import { dayWords } from './library-days.ts';
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
} from './library-facts.ts';
import { clockHours } from './library-hours.ts';
import { type JoinedLibrary, nameKey } from './library-join.ts';
import { libraryNotes } from './library-notes.ts';
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
  const council = ace?.authority ?? councilName(schema?.council ?? '');
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
    key: [ace ? '' : 'open-schema', council, plainName, ace?.postcode ?? postcode]
      .map(slug)
      .filter(Boolean)
      .join('/'),
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

/** A closed row of the same name as an open one is the building it moved out of: it is told apart by its street. */
export function nameTheOldBuildings(
  rows: { name: string; authority: string; status: string; address: string; notes: string }[],
) {
  for (const row of rows) {
    if (row.status !== 'closed') continue;
    const stem = (text: string) => nameKey(text.replace(/\(.*\)/, ''));
    const successor = rows.find(
      (other) =>
        other.status !== 'closed' && other.authority === row.authority && stem(other.name) === stem(row.name),
    );
    if (!successor) continue;
    row.notes = `An earlier building of ${successor.name}, which is open elsewhere. ${row.notes}`.trim();
    const street = row.address.split(', ').find((line) => !/\bfloor$/i.test(line));
    if (row.name === successor.name && street) row.name = `${row.name} (old building, ${street})`;
  }
}

function councilName(council: string): string {
  return council
    .replace(/ (County|City|Metropolitan|Borough|District)* ?Council$/, '')
    .replace(/ (County|City)$/, '');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
