import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { place, placeName, placeNameWord } from '../db/schema.ts';
import { folded } from './folded.ts';
import type { Database } from './open.ts';
import { matchExpression, wordHits } from './place-query.ts';

export interface FoundName {
  readonly name: string;
  readonly district: string;
  readonly type: string;
  readonly patch: string;
  readonly lon: number;
  readonly lat: number;
}

/** Every place name of a patch, or of all, for labels. */
export async function listNames(db: Database, patch?: string): Promise<(FoundName & { id: number })[]> {
  const rows = await db
    .select()
    .from(placeName)
    .where(patch === undefined ? undefined : eq(placeName.patch, patch))
    .orderBy(placeName.id);
  return rows.map(({ id, name, district, type, patch: at, lon, lat }) => ({
    id,
    name,
    district,
    type,
    patch: at,
    lon,
    lat,
  }));
}

/**
 * Place names of which the words begin a word: the name itself first, then names that begin so, then the rest;
 * and cities and towns before villages before hamlets. The patch asked about comes first, others follow.
 */
export async function findNames(
  db: Database,
  words: string,
  patch: string | undefined,
  limit: number,
): Promise<FoundName[]> {
  const text = folded(words);
  if (text === '') return [];
  // The words alone say which come and in what order; only those shown are then read.
  const rows = await db.all<FoundName & { id: number }>(sql`
    with found as materialized (
      select name_id, row_number() over (order by ${elsewhereLast(placeNameWord.patch, patch)},
          ${placeNameWord.later} + (${placeNameWord.words} <> ${text} or ${placeNameWord.later}),
          ${placeNameWord.size}, ${placeNameWord.folded}, ${placeNameWord.nameId}) as place
      from ${placeNameWord} where ${beginsWith(placeNameWord.words, text)} order by place limit ${limit + MOST_REPEATS}
    )
    select n.id, n.name, n.district, n.type, n.patch, n.lon, n.lat
    from found join ${placeName} n on n.id = found.name_id order by found.place`);
  // A name comes by each of its words that fits: "Ash" finds "Ash next Ash" twice.
  const byId = new Map<number, FoundName>();
  for (const { id, ...rest } of rows) if (!byId.has(id)) byId.set(id, rest);
  return [...byId.values()].slice(0, limit);
}

/** Rows read beyond what is shown, because a name may come twice. */
const MOST_REPEATS = 40;

export interface FoundListing {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly address: string | null;
  readonly district: string | null;
  readonly patch: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** Listed places by their words, best match first; open before closed at the same match. Benches come last. */
export async function findListings(
  db: Database,
  words: string,
  patch: string | undefined,
  limit: number,
): Promise<FoundListing[]> {
  const match = matchExpression(words);
  if (match === undefined) return [];
  if (patch === undefined) return readListings(db, match, undefined, limit);
  // What is on the map comes first, and mostly that is enough: the rest of the country need not be ranked.
  const here = await readListings(db, match, patch, limit);
  if (here.length >= limit) return here;
  const all = await readListings(db, match, undefined, limit + here.length);
  return [...here, ...all.filter((each) => each.patch !== patch)].slice(0, limit);
}

async function readListings(
  db: Database,
  match: string,
  patch: string | undefined,
  limit: number,
): Promise<FoundListing[]> {
  return db.all<FoundListing>(sql`
    with found as materialized (
      select ${place.key} as key, row_number() over (order by ${place.kind} = 'bench', ${place.status} = 'closed',
          hits.rank, ${place.id}) as place
      from ${wordHits(match, patch)} join ${place} on ${place.key} = hits.key
      where ${place.outside} = 0 and ${patch === undefined ? sql`true` : eq(place.patch, patch)}
      order by place limit ${limit}
    )
    select p.id, p.name, p.kind, p.status, p.address, p.district, p.patch, p.lon, p.lat
    from found join ${place} p on p.key = found.key order by found.place`);
}

/** One range of an index: everything that begins with a text. */
function beginsWith(column: typeof placeNameWord.words, text: string): SQL | undefined {
  return and(gte(column, text), lt(column, `${text}${LAST_LETTER}`));
}

/** Comes after every letter. */
const LAST_LETTER = '\u{10ffff}';

/** Orders what is not on the map asked about after what is; without a map, all alike. */
function elsewhereLast(column: typeof placeNameWord.patch, patch: string | undefined): SQL {
  return sql`(${patch ?? null} is not null and ${column} <> ${patch ?? ''})`;
}
