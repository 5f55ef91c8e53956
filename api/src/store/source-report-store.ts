import type { LoadedFile, SourceReport } from '@kith/core/source/data-report';
import { licenceFamilyOf } from '@kith/core/source/licences';
import { asc, sql } from 'drizzle-orm';
import { loadFile } from '../db/schema.ts';
import type { Database } from './open.ts';
import { groupRejected } from './rejected-store.ts';
import { listSources } from './source-store.ts';

type Basis = SourceReport['dates'][number]['basis'];
interface Dated {
  readonly source: string;
  readonly licence: string;
  readonly basis: Basis;
  readonly n: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** The newest statement of each source about each field of each place; a withdrawn one says nothing. */
const STATEMENTS = sql`(
  select claim.* from claim
  join (select max(id) as id from claim group by place_id, field, source) as newest on newest.id = claim.id
  where claim.value <> 'null'
)`;

/** Statements by source, licence and basis. */
export function listDated(db: Database): Promise<Dated[]> {
  return db.all<Dated>(
    sql`select source, licence, basis, count(*) as n, min(as_of) as oldest, max(as_of) as newest
        from ${STATEMENTS} group by source, licence, basis order by source, basis`,
  );
}

/** Every source with what it gave, how old that is, what was read and what could not be used. */
export async function reportSources(db: Database, dated: readonly Dated[]): Promise<SourceReport[]> {
  const sources = await listSources(db);
  const places = await countBy(
    db,
    sql`select source as id, count(*) as n from
    (select distinct source, place_id from ${STATEMENTS}) group by source`,
  );
  const figures = await countBy(
    db,
    sql`select source as id, count(*) as n from area_value where value is not null group by source`,
  );
  const listings = await db.all<{ source: string; now: number; gone: number }>(
    sql`select source, sum(gone_since is null) as now, sum(gone_since is not null) as gone
        from listing group by source`,
  );
  const rejected = await groupRejected(db);
  const files = await listFiles(db);
  const others = await otherRows(db);
  return sources.map(({ facts: _facts, ...source }) => {
    const own = files.filter((file) => file.source === source.id);
    const listing = listings.find((each) => each.source === source.id);
    const turnedAway = rejected.get(source.id);
    const kept = turnedAway?.kept ?? 0;
    return {
      ...source,
      licenceFamily: licenceFamilyOf(source.licence),
      gave: {
        places: places.get(source.id) ?? 0,
        statements: dated.reduce((sum, each) => sum + (each.source === source.id ? each.n : 0), 0),
        areaFigures: figures.get(source.id) ?? 0,
        other: others.flatMap(({ from, what, rows }) =>
          from.test(source.id) && rows > 0 ? [{ what, rows }] : [],
        ),
      },
      files: own.map(({ source: _source, ...file }) => file),
      listings: listing === undefined ? null : { now: listing.now, gone: listing.gone },
      dates: byBasis(dated.filter((each) => each.source === source.id)),
      rejected: {
        total: Math.max(
          kept,
          own.reduce((sum, file) => sum + file.rowsRejected, 0),
        ),
        kept,
        groups: turnedAway?.groups ?? [],
      },
    };
  });
}

/** A source may speak under two licences: its dates are told together. */
function byBasis(rows: readonly Dated[]): SourceReport['dates'] {
  return (['checked', 'published', 'undated'] as const).flatMap((basis) => {
    const some = rows.filter((row) => row.basis === basis);
    if (some.length === 0) return [];
    const olds = some.flatMap((row) => row.oldest ?? []).sort();
    const news = some.flatMap((row) => row.newest ?? []).sort();
    return [
      {
        basis,
        count: some.reduce((sum, row) => sum + row.n, 0),
        oldest: olds[0] ?? null,
        newest: news.at(-1) ?? null,
      },
    ];
  });
}

async function listFiles(db: Database): Promise<(LoadedFile & { source: string })[]> {
  const rows = await db
    .select()
    .from(loadFile)
    .orderBy(asc(loadFile.source), asc(loadFile.part), asc(loadFile.scope), asc(loadFile.file));
  return rows.map((row) => ({
    source: row.source,
    part: row.part,
    scope: row.scope,
    file: row.file,
    bytes: row.bytes,
    sha256: row.sha256,
    rowsRead: row.rowsRead,
    rowsKept: row.rowsKept,
    rowsElsewhere: row.rowsElsewhere,
    rowsRejected: row.rowsRejected,
    at: row.at,
  }));
}

/** What tables that name no source hold, and whose they are by the beginning of the source's id. */
async function otherRows(db: Database): Promise<{ from: RegExp; what: string; rows: number }[]> {
  const count = async (query: ReturnType<typeof sql>) => (await db.all<{ n: number }>(query))[0]?.n ?? 0;
  const areas = await count(sql`select count(*) as n from area`);
  return [
    { from: /^ons-lookups/, what: 'areas with their names', rows: areas },
    { from: /^ons-ruc/, what: 'areas as urban or rural', rows: areas },
    { from: /^ons-.*centroids/, what: 'middles of areas', rows: areas },
    {
      from: /^ons-.*boundaries/,
      what: 'official outlines of areas',
      rows: await count(
        sql`select count(*) as n from area_shape s join area a on a.code = s.area where a.origin = 'official'`,
      ),
    },
    { from: /^code-?point/, what: 'postcodes', rows: await count(sql`select count(*) as n from postcode`) },
    {
      from: /^code-?point/,
      what: 'beginnings of postcodes',
      rows: await count(sql`select count(*) as n from postcode_sector`),
    },
    {
      from: /^code-?point/,
      what: 'home points',
      rows: await count(sql`select count(*) as n from home_point`),
    },
    {
      from: /^os-open-names/,
      what: 'names of towns and villages',
      rows: await count(sql`select count(*) as n from place_name`),
    },
    {
      from: /^mhclg/,
      what: 'years of council spending',
      rows: await count(sql`select count(*) as n from money`),
    },
  ];
}

async function countBy(db: Database, query: ReturnType<typeof sql>): Promise<Map<string, number>> {
  return new Map((await db.all<{ id: string; n: number }>(query)).map(({ id, n }) => [id, n]));
}
