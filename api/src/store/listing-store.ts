import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { listing, place, source as sourceTable } from '../db/schema.ts';
import { inChunks, insertAll } from './bulk.ts';
import { logClaims, type NewClaim } from './claim-store.ts';
import { claimsOf } from './claims-of.ts';
import { survivorsOf } from './merges.ts';
import type { Database } from './open.ts';
import { projectPlaces } from './project-places.ts';
import { newWords, wordKey, wordText } from './reload-store.ts';
import { NO_LONGER_LISTED } from './winning-claim.ts';

/** What a source says of one place, under the key that the source knows it by. */
export interface Listing {
  readonly key: string;
  readonly placeId: string;
  readonly claims: readonly Omit<NewClaim, 'author' | 'placeId'>[];
}

export interface ListingsToLoad {
  readonly source: string;
  /** Who says it in the log: `load`. */
  readonly author: string;
  readonly changeId: number;
  /** ISO day of the load: from then on a listing that is not found again counts as gone. */
  readonly day: string;
  /** No key twice. They may come one after another, so that not all are held at once. */
  readonly listings: Iterable<Listing> | AsyncIterable<Listing>;
  /** Names of the districts that this load speaks for: listings of places elsewhere are left as they are. */
  readonly districts: ReadonlySet<string> | 'all';
  /** Where the list covers part of the ground only: whether it speaks for a point. One without a position is left. */
  readonly covers?: (at: { readonly lon: number; readonly lat: number }) => boolean;
}

export interface ListingsLoaded {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
  readonly returned: number;
  /** Claims that were added to the log. */
  readonly claims: number;
}

const LISTINGS_AT_ONCE = 1_000;

type Row = typeof listing.$inferSelect;

/**
 * Brings what is held of one source's list up to date. Only what differs is added to the log; a listing that is no
 * longer there is marked, and its place said to be of unknown standing as of the vintage of the list, never taken
 * away; one that comes back loses the mark. The places are then made anew. Call it inside a transaction.
 * @throws ZodError when a value does not fit its field
 */
export async function loadListings(db: Database, load: ListingsToLoad): Promise<ListingsLoaded> {
  const counts = { added: 0, changed: 0, same: 0, gone: 0, returned: 0, claims: 0 };
  const seen = new Set<string>();
  const touched: string[] = [];
  for await (const chunk of inChunks(load.listings, LISTINGS_AT_ONCE)) {
    for (const { key } of chunk) {
      if (seen.has(key)) throw new RangeError(`The list of ${load.source} has the key ${key} twice.`);
      seen.add(key);
    }
    const done = await loadChunk(db, load, chunk);
    for (const id of done.touched) touched.push(id);
    for (const each of ['added', 'changed', 'same', 'returned', 'claims'] as const) {
      counts[each] += done.counts[each];
    }
  }
  const gone = await unseen(db, load, seen);
  counts.gone = gone.length;
  counts.claims += await markGone(db, load, gone);
  await projectPlaces(db, [...touched, ...gone.map((row) => row.placeId)]);
  return counts;
}

async function loadChunk(db: Database, load: ListingsToLoad, chunk: readonly Listing[]) {
  const { source, changeId } = load;
  const counts = { added: 0, changed: 0, same: 0, returned: 0, claims: 0 };
  const before = await knownListings(db, source, chunk);
  const added: Row[] = [];
  const changed: Row[] = [];
  const altered: Listing[] = [];
  const touched: string[] = [];
  for (const each of chunk) {
    const known = before.get(each.key);
    const fingerprint = fingerprintOf(each);
    const same = known?.fingerprint === fingerprint && known.placeId === each.placeId;
    if (same && known.goneSince === null) {
      counts.same++;
      continue;
    }
    const { key, placeId } = each;
    const firstChange = known?.firstChange ?? changeId;
    const row = { source, key, placeId, fingerprint, firstChange, lastChange: changeId, goneSince: null };
    altered.push(each);
    touched.push(placeId);
    if (known === undefined) {
      added.push(row);
      counts.added++;
    } else {
      changed.push(row);
      if (known.placeId !== placeId) touched.push(known.placeId);
      if (known.goneSince !== null) counts.returned++;
      else counts.changed++;
    }
  }
  await insertAll(db, listing, added);
  await updateListings(db, changed);
  counts.claims = await say(db, load, altered);
  return { counts, touched };
}

/** Adds what these listings say that is not the last word of their author already. @returns how many claims */
async function say(db: Database, load: ListingsToLoad, listings: readonly Listing[]): Promise<number> {
  const { source, author, changeId } = load;
  const logged = await claimsOf(
    db,
    listings.map((each) => each.placeId),
  );
  const added: NewClaim[] = [];
  for (const { placeId, claims: said } of listings) {
    const sources = new Set([source, ...said.map((each) => each.source)]);
    const words = new Map<string, NewClaim>();
    for (const each of logged.get(placeId) ?? []) {
      if (each.author === author && sources.has(each.source)) words.set(wordKey(each), each);
    }
    const now = said.map((each) => ({ ...each, placeId }));
    for (const each of newWords(words, author, now)) added.push(each);
  }
  await logClaims(db, changeId, added);
  return added.length;
}

/** Listings of the districts spoken for that were not found again. */
async function unseen(db: Database, load: ListingsToLoad, seen: ReadonlySet<string>): Promise<Row[]> {
  const { source, districts, covers } = load;
  const missing: Row[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .select()
      .from(listing)
      .where(and(eq(listing.source, source), gt(listing.key, after), isNull(listing.goneSince)))
      .orderBy(listing.key)
      .limit(LISTINGS_AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return missing;
    after = last.key;
    const some = rows.filter((row) => !seen.has(row.key));
    const where = districts === 'all' && covers === undefined ? undefined : await whereaboutsOf(db, some);
    for (const row of some) {
      const { district = null, lon = null, lat = null } = where?.get(row.placeId) ?? {};
      if (districts !== 'all' && !districts.has(district ?? '')) continue;
      if (covers !== undefined && (lon === null || lat === null || !covers({ lon, lat }))) continue;
      missing.push(row);
    }
  }
}

interface Whereabouts {
  readonly district: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** Where each listing's place lies, or the place that it was merged into. */
async function whereaboutsOf(db: Database, rows: readonly Row[]): Promise<Map<string, Whereabouts>> {
  const survivors = await survivorsOf(
    db,
    rows.map((row) => row.placeId),
  );
  const asked = JSON.stringify([...new Set(survivors.values())]);
  const found = await db
    .select({ id: place.id, district: place.district, lon: place.lon, lat: place.lat })
    .from(place)
    .where(inArray(place.id, sql`(select value from json_each(${asked}))`));
  const byId = new Map(found.map((each) => [each.id, each]));
  const nowhere = { district: null, lon: null, lat: null };
  return new Map([...survivors].map(([id, at]) => [id, byId.get(at) ?? nowhere]));
}

/** @returns how many claims were added */
async function markGone(db: Database, load: ListingsToLoad, gone: readonly Row[]): Promise<number> {
  const { source, author, changeId, day } = load;
  await updateListings(
    db,
    gone.map((row) => ({ ...row, lastChange: changeId, goneSince: day })),
  );
  const from = (await db.select().from(sourceTable).where(eq(sourceTable.id, source)))[0];
  if (gone.length === 0 || from === undefined) return 0;
  const asOf = DATE.test(from.vintage) ? from.vintage : null;
  const open = await notSaidClosed(db, load, gone);
  const claims = open.map(
    ({ placeId }): NewClaim => ({
      placeId,
      field: 'status',
      value: 'unknown',
      source,
      sourceDetail: NO_LONGER_LISTED,
      asOf,
      basis: asOf === null ? 'undated' : 'published',
      licence: from.licence,
      author,
    }),
  );
  await logClaims(db, changeId, claims);
  return claims.length;
}

/** A year, month or day; some sources name their edition otherwise. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/** A place that its source called closed stays closed when the source drops it. */
async function notSaidClosed(db: Database, load: ListingsToLoad, gone: readonly Row[]): Promise<Row[]> {
  const logged = await claimsOf(
    db,
    gone.map((row) => row.placeId),
  );
  const said = (row: Row) =>
    logged
      .get(row.placeId)
      ?.findLast(
        (each) => each.field === 'status' && each.source === load.source && each.author === load.author,
      );
  return gone.filter((row) => said(row)?.value !== 'closed');
}

async function knownListings(
  db: Database,
  source: string,
  chunk: readonly Listing[],
): Promise<Map<string, Row>> {
  const keys = JSON.stringify(chunk.map(({ key }) => key));
  const rows = await db
    .select()
    .from(listing)
    .where(
      and(eq(listing.source, source), inArray(listing.key, sql`(select value from json_each(${keys}))`)),
    );
  return new Map(rows.map((row) => [row.key, row]));
}

async function updateListings(db: Database, rows: readonly Row[]): Promise<void> {
  await insertAll(db, listing, rows, { replace: true });
}

/** SHA-256 of what is claimed, in the order of fields: the order in which a loader says it is nothing new. */
function fingerprintOf({ placeId, claims }: Listing): string {
  const words = claims.map((each) => `${wordKey({ ...each, placeId })} ${wordText(each)}`).sort();
  return createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
}
