import type { SourceReport } from '@kith/core/source/data-report';
import { licenceFamilyOf } from '@kith/core/source/licences';
import { sql } from 'drizzle-orm';
import { listLoadedFiles } from './loaded-file-store.ts';
import type { Database } from './open.ts';
import { otherRows } from './other-rows-store.ts';
import { districtsOfPlaces, reachOf } from './place-district-store.ts';
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

/** Statements that stand, counted by what they say of themselves. */
export interface Statements {
  readonly dated: readonly Dated[];
  /** Ids of the places that each source says anything about. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The newest statement of each source about each field of each place; a withdrawn one says nothing. */
export async function countStatements(db: Database): Promise<Statements> {
  const rows = await db.all<Dated & { place: string }>(
    sql`select claim.source as source, claim.licence as licence, claim.basis as basis, claim.place_id as place,
          count(*) as n, min(claim.as_of) as oldest, max(claim.as_of) as newest
        from claim join (select max(id) as id from claim group by place_id, field, source) as last on last.id = claim.id
        where claim.value <> 'null' group by claim.source, claim.licence, claim.basis, claim.place_id`,
  );
  const dated = new Map<string, { -readonly [key in keyof Dated]: Dated[key] }>();
  const places = new Map<string, Set<string>>();
  for (const { source, licence, basis, place, n, oldest, newest } of rows) {
    const key = JSON.stringify([source, licence, basis]);
    const known = dated.get(key);
    if (known === undefined) dated.set(key, { source, licence, basis, n, oldest, newest });
    else {
      known.n += n;
      known.oldest = earlier(known.oldest, oldest);
      known.newest = later(known.newest, newest);
    }
    const held = places.get(source);
    if (held === undefined) places.set(source, new Set([place]));
    else held.add(place);
  }
  return { dated: [...dated.values()], places };
}

/** Dates are compared as they are written: `2018` comes before `2018-05`. No date is none. */
function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other > one ? other : one;
}

/** Every source with what it gave, how old that is, what was read and what could not be used. */
export async function reportSources(db: Database, { dated, places }: Statements): Promise<SourceReport[]> {
  const sources = await listSources(db);
  const figures = await countBy(
    db,
    sql`select source as id, count(*) as n from area_value where value is not null group by source`,
  );
  const listings = await db.all<{ source: string; now: number; gone: number }>(
    sql`select source, sum(gone_since is null) as now, sum(gone_since is not null) as gone
        from listing group by source`,
  );
  const rejected = await groupRejected(db);
  const files = await listLoadedFiles(db);
  const others = await otherRows(db);
  const districts = await districtsOfPlaces(db);
  return sources.map(({ facts: _facts, ...source }) => {
    const own = files.filter((file) => file.source === source.id);
    const listing = listings.find((each) => each.source === source.id);
    const turnedAway = rejected.get(source.id);
    const kept = turnedAway?.kept ?? 0;
    return {
      ...source,
      licenceFamily: licenceFamilyOf(source.licence),
      gave: {
        places: places.get(source.id)?.size ?? 0,
        statements: dated.reduce((sum, each) => sum + (each.source === source.id ? each.n : 0), 0),
        areaFigures: figures.get(source.id) ?? 0,
        other: others.flatMap(({ from, what, rows }) =>
          from.test(source.id) && rows > 0 ? [{ what, rows }] : [],
        ),
      },
      reaches: reachOf(places.get(source.id), districts),
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
    return [
      {
        basis,
        count: some.reduce((sum, row) => sum + row.n, 0),
        oldest: some.map((row) => row.oldest).reduce(earlier),
        newest: some.map((row) => row.newest).reduce(later),
      },
    ];
  });
}

async function countBy(db: Database, query: ReturnType<typeof sql>): Promise<Map<string, number>> {
  return new Map((await db.all<{ id: string; n: number }>(query)).map(({ id, n }) => [id, n]));
}
