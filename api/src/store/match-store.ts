import type { Kind } from '@kith/core/place/kinds';
import { type Matchable, survivorFirst } from '@kith/core/place/match/matchable';
import type { PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { listing, mergeEvent, place, placeRedirect, source } from '../db/schema.ts';
import { listMerges, survivorOf, survivorsOf } from './merges.ts';
import type { Database } from './open.ts';

/** The list that the starter is, and every place that a person added beside it is in none. */
const STARTER = 'starter';

/** What of a place's row tells whether it is the same as another. */
export const matchColumns = {
  id: place.id,
  name: place.name,
  kind: place.kind,
  status: place.status,
  mobile: place.mobile,
  easting: place.easting,
  northing: place.northing,
  precision: place.precision,
  spreadMetres: place.spreadMetres,
  postcode: place.postcode,
  address: place.address,
  uprn: place.uprn,
} as const;

/**
 * Every place as the matcher needs it, less the benches, by id. Those that were merged are in it once, with the lists
 * of all their listings.
 * @param ids only these, where given
 */
export async function listMatchables(db: Database, ids?: readonly string[]): Promise<Matchable[]> {
  const wanted = and(
    ne(place.kind, 'bench'),
    ids === undefined
      ? undefined
      : inArray(place.id, sql`(select value from json_each(${JSON.stringify(ids)}))`),
  );
  const rows = await db
    .select({
      ...matchColumns,
      district: place.district,
      patch: place.patch,
      operator: place.operator,
    })
    .from(place)
    .where(wanted)
    .orderBy(place.id);
  const lists = await listsByPlace(db);
  return rows.map(({ kind, status, precision, district, patch, operator, ...row }) => {
    const own = lists.get(row.id) ?? NO_LISTS;
    return {
      ...row,
      kind: kind as Kind,
      status: status as PlaceStatus,
      precision: precision as PlaceSummary['precision'],
      councils: [district, patch, operator].flatMap((name) => name || []),
      lists: [...own.standing].sort(),
      goneFrom: [...own.gone].filter((name) => !own.standing.has(name)).sort(),
      rank: own.rank,
    };
  });
}

interface Lists {
  readonly standing: Set<string>;
  readonly gone: Set<string>;
  /** See `Matchable.rank`. */
  rank: number;
}
const NO_LISTS: Lists = { standing: new Set(), gone: new Set(), rank: -1 };

/** The lists that each place stands or stood in, its own and those of all merged into it. Benches are left out. */
async function listsByPlace(db: Database): Promise<Map<string, Lists>> {
  const merges = await listMerges(db);
  const trust = new Map((await db.select().from(source)).map((row) => [row.id, row.priority]));
  const listed = await db.all<{ id: string; source: string; gone: number }>(sql`
    select l.place_id as id, l.source, l.gone_since is not null as gone from ${listing} l
      join ${place} p on p.id = l.place_id and p.kind <> 'bench'
    union all
    select l.place_id, l.source, l.gone_since is not null from ${placeRedirect} r
      join ${listing} l on l.place_id = r.from_id`);
  const starters = await db.all<{ id: string }>(
    sql`select distinct place_id as id from claim where author = ${STARTER} and field = 'kind' and value <> '"bench"'`,
  );
  const byPlace = new Map<string, Lists>();
  const at = (id: string): Lists => {
    const survivor = survivorOf(id, merges);
    const known = byPlace.get(survivor) ?? {
      standing: new Set(),
      gone: new Set(),
      rank: Number.MAX_SAFE_INTEGER,
    };
    byPlace.set(survivor, known);
    return known;
  };
  for (const row of listed) {
    const lists = at(row.id);
    (row.gone === 1 ? lists.gone : lists.standing).add(row.source);
    lists.rank = Math.min(lists.rank, trust.get(row.source) ?? Number.MAX_SAFE_INTEGER);
  }
  for (const { id } of starters) {
    const lists = at(id);
    lists.standing.add(STARTER);
    lists.rank = -1;
  }
  return byPlace;
}

/**
 * Pairs of places that a person kept apart or whose merge was undone, and that nobody merged since, as the places
 * they are of now. Both ids in one text, the lower first, with a space between.
 */
export async function listApart(db: Database): Promise<ReadonlySet<string>> {
  const events = await db
    .select({ kind: mergeEvent.kind, fromId: mergeEvent.fromId, toId: mergeEvent.toId })
    .from(mergeEvent)
    .orderBy(mergeEvent.id);
  const last = new Map<string, (typeof events)[number]>();
  for (const event of events) last.set([event.fromId, event.toId].sort().join(' '), event);
  const apart = [...last.values()].filter(({ kind }) => kind !== 'merge');
  const merges = apart.length === 0 ? new Map<string, string>() : await listMerges(db);
  const pairs = new Set<string>();
  for (const { fromId, toId } of apart) {
    const [one, other] = [survivorOf(fromId, merges), survivorOf(toId, merges)];
    if (one !== other) pairs.add([one, other].sort().join(' '));
  }
  return pairs;
}

/**
 * Which of two places keeps its id when they are made one: a starter's or a person's, whose links are out in the
 * world; else that of the source trusted more; else the lower id.
 * @throws RangeError when an id is not that of a place that can be merged
 */
export async function pairToMerge(
  db: Database,
  oneId: string,
  otherId: string,
): Promise<{ fromId: string; toId: string }> {
  const survivors = await survivorsOf(db, [oneId, otherId]);
  const ids = [oneId, otherId].map((id) => survivors.get(id) ?? id);
  const found = new Map((await listMatchables(db, ids)).map((each) => [each.id, each]));
  const [one, other] = ids.map((id, at) => {
    const each = found.get(id);
    if (each !== undefined) return each;
    throw new RangeError(
      `No place has the id ${[oneId, otherId][at]}, or it is a bench: benches are not merged.`,
    );
  });
  if (one === undefined || other === undefined || one === other) {
    throw new RangeError('These two are one place already.');
  }
  const [stays, goes] = survivorFirst(one, other);
  return { fromId: goes.id, toId: stays.id };
}

/** The number of the merge that took this place's id away, or null where it stands for itself. */
export async function standingMergeOf(db: Database, placeId: string): Promise<number | null> {
  const rows = await db
    .select({ id: sql<number>`max(${mergeEvent.id})` })
    .from(mergeEvent)
    .innerJoin(
      placeRedirect,
      and(eq(placeRedirect.fromId, mergeEvent.fromId), eq(placeRedirect.changeId, mergeEvent.changeId)),
    )
    .where(and(eq(mergeEvent.fromId, placeId), eq(mergeEvent.kind, 'merge')));
  return rows[0]?.id ?? null;
}
