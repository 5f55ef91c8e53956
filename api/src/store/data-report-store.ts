import type { Kind } from '@kith/core/place/kinds';
import { KINDS } from '@kith/core/place/kinds';
import type { DataReport, Freshness } from '@kith/core/source/data-report';
import { LICENCE_FAMILIES, licenceFamilyOf } from '@kith/core/source/licences';
import { sql } from 'drizzle-orm';
import { coverageOf, listDistricts } from './coverage-store.ts';
import { checkData } from './data-check-store.ts';
import { listLoadParts } from './load-store.ts';
import type { Database } from './open.ts';
import { scopeWords } from './scope-words.ts';
import { countStatements, reportSources } from './source-report-store.ts';
import { readVersion } from './version-store.ts';

/** The whole report on the data. A few seconds on all England, so callers keep it for as long as the version stands. */
export async function readDataReport(db: Database, today: string | null = null): Promise<DataReport> {
  const { data: version } = await readVersion(db, today);
  const statements = await countStatements(db);
  const { dated } = statements;
  const sources = await reportSources(db, statements);
  const districts = await listDistricts(db);
  const licences = LICENCE_FAMILIES.map(({ id, name, shareAlike }) => ({
    family: id,
    name,
    shareAlike,
    sources: sources.filter((source) => source.licenceFamily === id).length,
    statements: dated.reduce((sum, row) => sum + (licenceFamilyOf(row.licence) === id ? row.n : 0), 0),
  }));
  return {
    version,
    held: await countHeld(db, districts, dated),
    loads: await listLoads(db, districts),
    licences: licences.filter(({ sources: from, statements }) => from > 0 || statements > 0),
    sources,
    districts,
    indicators: await coverageOf(db, districts),
    freshness: await freshnessByKind(db),
    merges: await countMerges(db),
    checks: await checkData(db),
  };
}

async function countHeld(
  db: Database,
  districts: DataReport['districts'],
  dated: readonly { readonly n: number }[],
): Promise<DataReport['held']> {
  const row = (
    await db.all<Record<string, number>>(sql`select
      (select count(*) from place) as places,
      (select count(*) from place where status = 'closed') as closedPlaces,
      (select count(*) from place where gone_since is not null) as gonePlaces,
      (select count(*) from area_value where value is not null) as areaFigures,
      (select count(*) from home_point) as homePoints,
      (select count(*) from area a where not exists (select 1 from home_point h where h.area = a.code))
        as areasWithoutHomePoints,
      (select count(*) from postcode) as postcodes,
      (select count(*) from postcode_sector) as postcodeSectors,
      (select count(*) from place_name) as placeNames,
      (select count(*) from money) as yearsOfSpending`)
  )[0];
  const n = (name: string): number => row?.[name] ?? 0;
  return {
    areas: districts.reduce((sum, each) => sum + each.areas, 0),
    residents: districts.reduce((sum, each) => sum + each.residents, 0),
    districts: districts.length,
    places: n('places'),
    closedPlaces: n('closedPlaces'),
    gonePlaces: n('gonePlaces'),
    statements: dated.reduce((sum, each) => sum + each.n, 0),
    areaFigures: n('areaFigures'),
    homePoints: n('homePoints'),
    areasWithoutHomePoints: n('areasWithoutHomePoints'),
    postcodes: n('postcodes'),
    postcodeSectors: n('postcodeSectors'),
    placeNames: n('placeNames'),
    yearsOfSpending: n('yearsOfSpending'),
  };
}

/** When each part was loaded; the starter's is the newest load of the change log that was the starter's. */
async function listLoads(db: Database, districts: DataReport['districts']): Promise<DataReport['loads']> {
  const starter = await db.all<{ at: string }>(
    sql`select at from change where kind = 'load' and author = 'starter' order by id desc limit 1`,
  );
  const parts = (await listLoadParts(db)).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [
    ...starter.map(({ at }) => ({ part: 'starter', scope: '', of: '', at, seconds: null })),
    ...parts.map(({ part, scope, districts: codes, at, seconds }) => ({
      part,
      scope,
      of: scopeWords(scope, codes, districts),
      at,
      seconds,
    })),
  ];
}

/** How old what is shown is, by kind of place and by the year of what settles it. Closed places are history. */
async function freshnessByKind(db: Database): Promise<Freshness[]> {
  const rows = await db.all<{
    kind: Kind;
    basis: string;
    year: string | null;
    n: number;
    oldest: string | null;
    newest: string | null;
  }>(sql`select kind, basis, substr(as_of, 1, 4) as year, count(*) as n, min(as_of) as oldest, max(as_of) as newest
    from place where status <> 'closed' group by kind, basis, substr(as_of, 1, 4)`);
  return KINDS.flatMap(({ id }) => {
    const own = rows.filter((row) => row.kind === id);
    if (own.length === 0) return [];
    const years = [...new Set(own.flatMap((row) => row.year ?? []))].sort();
    const count = (basis: string, year: string | null) =>
      own.reduce((sum, row) => sum + (row.basis === basis && row.year === year ? row.n : 0), 0);
    const checked = own.filter((row) => row.basis === 'checked');
    return [
      {
        kind: id,
        places: own.reduce((sum, row) => sum + row.n, 0),
        undated: own.reduce((sum, row) => sum + (row.year === null ? row.n : 0), 0),
        years: years.map((year) => ({
          year,
          checked: count('checked', year),
          published: count('published', year) + count('undated', year),
        })),
        oldestCheck: checked.flatMap((row) => row.oldest ?? []).sort()[0] ?? null,
        newestCheck:
          checked
            .flatMap((row) => row.newest ?? [])
            .sort()
            .at(-1) ?? null,
      },
    ];
  });
}

/** Merges that stand, by who decided, and what waits for a person. */
async function countMerges(db: Database): Promise<DataReport['merges']> {
  const row = (
    await db.all<Record<string, number>>(sql`select
      (select count(*) from place_redirect) as merged,
      (select count(*) from place_redirect r join change c on c.id = r.change_id
        where c.author in ('load', 'starter')) as byLoad,
      (select count(*) from merge_candidate) as queue,
      (select count(*) from merge_event where kind = 'undo') as undone,
      (select count(*) from merge_event where kind = 'apart') as keptApart`)
  )[0];
  const n = (name: string): number => row?.[name] ?? 0;
  return {
    merged: n('merged'),
    byLoad: n('byLoad'),
    byPeople: n('merged') - n('byLoad'),
    queue: n('queue'),
    undone: n('undone'),
    keptApart: n('keptApart'),
  };
}
