import type { Claim, PlaceField } from '@kith/core/place/place';
import { asc, eq, inArray } from 'drizzle-orm';
import { change, claim, place, source } from '../db/schema.ts';
import { listMerges, survivorOf } from './merges.ts';
import type { Database } from './open.ts';
import { checkedValue, type PlaceRow, projectPlace } from './place-projection.ts';
import type { LoggedClaim } from './winning-claim.ts';

/** A claim on its way into the log. */
export interface NewClaim extends Claim {
  readonly placeId: string;
  readonly author: string;
}

export interface NewChange {
  readonly kind: 'load' | 'edit' | 'merge' | 'report';
  /** ISO time, UTC. */
  readonly at: string;
  readonly author: string;
  readonly summary: string;
}

/** SQLite takes 32,766 values in a statement; a claim has ten. */
const CLAIMS_PER_STATEMENT = 500;
const PLACES_PER_STATEMENT = 200;

/** Adds an entry to the change log. @returns its number */
export async function logChange(db: Database, entry: NewChange): Promise<number> {
  const rows = await db.insert(change).values(entry).returning({ id: change.id });
  const row = rows[0];
  if (row === undefined) throw new Error('The change log gave no number back.');
  return row.id;
}

/**
 * Adds claims to the log and brings the places they are about up to date. Call it inside a transaction.
 * @throws ZodError when a value does not fit its field
 */
export async function addClaims(db: Database, changeId: number, claims: readonly NewClaim[]): Promise<void> {
  await logClaims(db, changeId, claims);
  await projectPlaces(db, [...new Set(claims.map((each) => each.placeId))]);
}

/** Adds claims to the log alone: bring the places up to date afterwards. */
export async function logClaims(db: Database, changeId: number, claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.map((each) => ({
    placeId: each.placeId,
    field: each.field,
    value: JSON.stringify(checkedValue(each.field, each.value)),
    source: each.source,
    sourceDetail: each.sourceDetail,
    asOf: each.asOf,
    basis: each.basis,
    licence: each.licence,
    author: each.author,
    changeId,
  }));
  for (let at = 0; at < rows.length; at += CLAIMS_PER_STATEMENT) {
    await db.insert(claim).values(rows.slice(at, at + CLAIMS_PER_STATEMENT));
  }
}

/** Makes every place anew from its claims: what is shown may have changed though nothing new was said. */
export async function projectAllPlaces(db: Database): Promise<void> {
  const rows = await db.selectDistinct({ id: claim.placeId }).from(claim).orderBy(asc(claim.placeId));
  await projectPlaces(
    db,
    rows.map((row) => row.id),
  );
}

/** Every claim about these places, oldest first, by place. */
export async function claimsOf(
  db: Database,
  placeIds: readonly string[],
): Promise<Map<string, LoggedClaim[]>> {
  const byPlace = new Map<string, LoggedClaim[]>();
  for (let at = 0; at < placeIds.length; at += PLACES_PER_STATEMENT) {
    const rows = await db
      .select({ claim, priority: source.priority })
      .from(claim)
      .innerJoin(source, eq(source.id, claim.source))
      .where(inArray(claim.placeId, placeIds.slice(at, at + PLACES_PER_STATEMENT)))
      .orderBy(asc(claim.id));
    for (const row of rows) {
      const list = byPlace.get(row.claim.placeId);
      const logged = toLoggedClaim(row.claim, row.priority);
      if (list === undefined) byPlace.set(row.claim.placeId, [logged]);
      else list.push(logged);
    }
  }
  return byPlace;
}

/**
 * Makes the rows of these places anew from their claims. A place that nothing names any more is taken off the list,
 * and so is one merged into another: what is said of it is said of that one.
 */
export async function projectPlaces(db: Database, ids: readonly string[]): Promise<void> {
  const publishers = new Map((await db.select().from(source)).map((row) => [row.id, row.publisher]));
  const merges = await listMerges(db);
  const placeIds = [...new Set(ids.flatMap((id) => [id, survivorOf(id, merges)]))];
  const mergedInto = (id: string) => [...merges.keys()].filter((from) => survivorOf(from, merges) === id);
  const claims = await claimsOf(db, [...placeIds, ...placeIds.flatMap(mergedInto)]);
  const rows: PlaceRow[] = [];
  const gone: string[] = [];
  for (const id of placeIds) {
    const all = [id, ...mergedInto(id)].flatMap((each) => claims.get(each) ?? []);
    const row = merges.has(id) ? undefined : projectPlace(id, all, publishers);
    if (row === undefined) gone.push(id);
    else rows.push(row);
  }
  const before = new Map<string, number>();
  for (let at = 0; at < placeIds.length; at += PLACES_PER_STATEMENT) {
    const some = placeIds.slice(at, at + PLACES_PER_STATEMENT);
    const known = await db
      .select({ id: place.id, key: place.key })
      .from(place)
      .where(inArray(place.id, some));
    for (const each of known) before.set(each.id, each.key);
  }
  for (const row of rows) {
    if (before.has(row.id)) await db.update(place).set(row).where(eq(place.id, row.id));
  }
  const added = rows.filter((row) => !before.has(row.id));
  for (let at = 0; at < added.length; at += PLACES_PER_STATEMENT) {
    await db.insert(place).values(added.slice(at, at + PLACES_PER_STATEMENT));
  }
  for (let at = 0; at < gone.length; at += PLACES_PER_STATEMENT) {
    await db.delete(place).where(inArray(place.id, gone.slice(at, at + PLACES_PER_STATEMENT)));
  }
}

/** Every claim about one place, and about those merged into it. */
export async function allClaimsOf(db: Database, id: string): Promise<LoggedClaim[]> {
  const merges = await listMerges(db);
  const merged = [...merges.keys()].filter((from) => survivorOf(from, merges) === id);
  return [...(await claimsOf(db, [id, ...merged])).values()].flat();
}

function toLoggedClaim(row: typeof claim.$inferSelect, priority: number): LoggedClaim {
  return {
    id: row.id,
    placeId: row.placeId,
    field: row.field as PlaceField,
    value: JSON.parse(row.value) as unknown,
    source: row.source,
    sourceDetail: row.sourceDetail,
    asOf: row.asOf,
    basis: row.basis,
    licence: row.licence,
    author: row.author,
    priority,
  };
}
