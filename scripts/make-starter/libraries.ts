import KDBush from 'kdbush';
import type { AreaShapes } from './area-shapes.ts';
import { compareText, csvText } from './csv-text.ts';
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
import { councilKey, readAce, readOpenSchema } from './library-files.ts';
import { clockHours } from './library-hours.ts';
import { type JoinedLibrary, joinLibraries, nameKey } from './library-join.ts';
import { libraryNotes } from './library-notes.ts';
import { type AreaNames, patchOf } from './lookups.ts';
import { type Position, positionOnGrid } from './national-grid.ts';
import type { LoadedArea } from './people.ts';
import type { Postcode } from './postcodes.ts';
import type { SharedFiles } from './shared-files.ts';

/** Libraries of the loaded councils. `patch` is where a mobile one belongs. */
const COUNCILS = new Map([
  ['leicestershire', 'leicestershire'],
  ['leicester', 'leicestershire'],
  ['rutland', 'leicestershire'],
  ['kirklees', 'kirklees'],
  ['brighton and hove', 'brighton-and-hove'],
]);
/** Libraries outside count for reach this far from a home point: farther than anyone's walk (method 2). */
const OUTSIDE_METRES = 5000;

const COLUMNS = [
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

/** libraries.csv: the libraries of the loaded councils, and those near by outside them. */
export function librariesCsv(
  files: SharedFiles,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
  areas: readonly LoadedArea[],
  postcodes: readonly Postcode[],
): { csv: string; leftOut: Readonly<Record<string, number>> } {
  const joined = joinLibraries(readAce(files), readOpenSchema(files));
  const grid = new Map(postcodes.map((postcode) => [postcode.postcode, postcode]));
  const districtNames = new Map([...names.values()].map((area) => [area.districtCode, area.district]));
  const nearHome = homeFinder(areas);

  const leftOut: Record<string, number> = {};
  const rows = joined.flatMap((library) => {
    const council = councilKey(library.ace?.authority ?? library.schema?.council ?? '');
    const homePatch = COUNCILS.get(council);
    const type = library.ace?.type ?? 'static library';
    if (type !== 'static library' && type !== 'mobile library') {
      if (homePatch) leftOut[type] = (leftOut[type] ?? 0) + 1;
      return [];
    }
    const mobile = type === 'mobile library';
    if (!homePatch && (mobile || library.ace === null)) return [];
    const position = mobile ? null : positionOf(library, grid);
    const near = !homePatch && position ? nearHome(position) : null;
    if (!homePatch && near === null) return [];
    const patch = homePatch ?? near;
    const districtCode = position ? districtOf(position, library, grid, names, shapes) : '';
    return [
      {
        ...rowOf(library, mobile, position),
        district: districtNames.get(districtCode),
        district_code: districtCode,
        patch,
        outside: homePatch ? 'no' : 'yes',
      },
    ];
  });
  nameTheOldBuildings(rows);
  rows.sort((a, b) => compareText(a.outside, b.outside) || compareText(a.key, b.key));
  if (new Set(rows.map((row) => row.key)).size < rows.length) throw new Error('two libraries share a key');
  return { csv: csvText(COLUMNS, rows), leftOut };
}

/** The later list's postcode, where it has a position; else the Arts Council's, as it was geocoded. */
function positionOf({ ace, schema }: JoinedLibrary, grid: ReadonlyMap<string, Postcode>): Position | null {
  const known = grid.get(schema?.postcode ?? '') ?? grid.get(ace?.postcode ?? '');
  if (known) return positionOnGrid(known.easting, known.northing);
  return ace?.grid ? positionOnGrid(...ace.grid) : null;
}

function districtOf(
  position: Position,
  { ace, schema }: JoinedLibrary,
  grid: ReadonlyMap<string, Postcode>,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
): string {
  const own = (grid.get(schema?.postcode ?? '') ?? grid.get(ace?.postcode ?? ''))?.districtCode ?? '';
  if (patchOf(own)) return own;
  const area = shapes.areaAtOrByShore(position.easting, position.northing);
  return names.get(area ?? '')?.districtCode ?? own;
}

function rowOf(library: JoinedLibrary, mobile: boolean, position: Position | null) {
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
function nameTheOldBuildings(
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
    if (row.name === successor.name && row.address)
      row.name = `${row.name} (old building, ${row.address.split(',')[0]})`;
  }
}

function homeFinder(areas: readonly LoadedArea[]) {
  const homes = areas.flatMap((area) => area.points.map((point) => ({ ...point, patch: area.patch })));
  const index = new KDBush(homes.length);
  for (const { easting, northing } of homes) index.add(easting, northing);
  index.finish();
  return (position: Position): string | null => {
    const near = index.within(position.easting, position.northing, OUTSIDE_METRES).map((at) => homes[at]);
    const square = (home: (typeof homes)[number] | undefined) =>
      home ? (home.easting - position.easting) ** 2 + (home.northing - position.northing) ** 2 : Infinity;
    return near.reduce((best, home) => (square(home) < square(best) ? home : best), near[0])?.patch ?? null;
  };
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
