import type { Kind } from '@kith/core/place/kinds';
import type { PlaceDetail, PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { allClaimsOf } from './claims-of.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';
import { keeperAmong } from './keep/keeper-store.ts';
import { shownPhotos } from './keep/photo-store.ts';
import { shownClaims } from './keep/shown-claims.ts';
import { listingHistory } from './listing-history.ts';
import { survivorsOf } from './merges.ts';
import { isOutside, onMap } from './on-map.ts';
import type { Database } from './open.ts';
import { readPage } from './place-page.ts';
import { matchExpression, type PlaceFilter } from './place-query.ts';
import { toDetail, toSummary } from './place-rows.ts';
import { winningClaims } from './winning-claim.ts';

export interface ListedPlace {
  readonly summary: PlaceSummary;
  readonly lon: number | null;
  readonly lat: number | null;
}

export interface PlacePage {
  readonly places: readonly ListedPlace[];
  readonly total: number;
  /** How many of the total stand outside the map asked about. */
  readonly outside: number;
  /** Null at the end. */
  readonly next: string | null;
}

/**
 * One page of places in a steady order: nearest first where a point is given, else best match where words are,
 * else by name, or by name with those whose times are known first.
 * Stale ones come after all others, in the same order.
 * @param today ISO day; null: nothing is stale
 * @returns undefined when the cursor is not good for this question
 */
export async function listPlaces(
  db: Database,
  filter: PlaceFilter,
  limit: number,
  cursor?: string,
  today: string | null = null,
): Promise<PlacePage | undefined> {
  let from: Position | undefined;
  if (cursor !== undefined) {
    from = readCursor(filter, cursor);
    if (from === undefined) return undefined;
  }
  const match = filter.words === undefined ? undefined : matchExpression(filter.words);
  if (filter.words !== undefined && match === undefined)
    return { places: [], total: 0, outside: 0, next: null };
  const { rows, total, outside } = await readPage(db, { filter, match, from, limit: limit + 1, today });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    places: page.map(({ row, order }) => ({
      summary: {
        ...toSummary(row, filter.near === undefined ? null : Math.round(Math.sqrt(Number(order))), today),
        outside: row.outside || (filter.patch !== undefined && row.patch !== filter.patch),
      },
      lon: row.lon,
      lat: row.lat,
    })),
    total,
    outside,
    next:
      rows.length > limit && last !== undefined
        ? writeCursor(filter, { value: last.order, id: last.row.id, isStale: last.isStale })
        : null,
  };
}

export type FoundPlace =
  | { readonly found: 'place'; readonly place: Omit<PlaceDetail, 'areaCode'> }
  | { readonly found: 'moved'; readonly to: string }
  | { readonly found: 'nothing' };

/** One place with its winning claims; a merged id says where it went. */
export async function getPlace(db: Database, id: string, today: string | null = null): Promise<FoundPlace> {
  const row = (await db.select().from(place).where(eq(place.id, id)))[0];
  if (row !== undefined) {
    const { claims, standing, placeIds } = await allClaimsOf(db, id);
    const winners = winningClaims(claims, standing.listed);
    const detail = {
      claims: await shownClaims(db, winners),
      listings: await listingHistory(db, placeIds),
      keeper: await keeperAmong(db, placeIds),
      photos: await shownPhotos(db, placeIds),
    };
    return { found: 'place', place: toDetail(row, detail, today) };
  }
  const to = (await survivorsOf(db, [id])).get(id) ?? id;
  return to === id ? { found: 'nothing' } : { found: 'moved', to };
}

/** Number of places by kind and status, less those outside. */
export async function countByKind(
  db: Database,
  patch: string | undefined,
): Promise<{ kind: string; status: string; n: number }[]> {
  return db
    .select({ kind: place.kind, status: place.status, n: count() })
    .from(place)
    .where(and(eq(place.outside, false), patch === undefined ? undefined : eq(place.patch, patch)))
    .groupBy(place.kind, place.status);
}

export async function countAllPlaces(db: Database): Promise<number> {
  return (await db.select({ n: count() }).from(place))[0]?.n ?? 0;
}

export interface PinColumns {
  id: string[];
  name: string[];
  kind: Kind[];
  status: PlaceStatus[];
  lon: number[];
  lat: number[];
  precision: PlaceSummary['precision'][];
  outside: boolean[];
}

/** Everything with a position on a map and near it, as columns, by id. Closed places are in it. */
export async function listPins(
  db: Database,
  patch: string | undefined,
  kinds: readonly Kind[] | undefined,
): Promise<PinColumns> {
  const rows = await db
    .select({
      id: place.id,
      name: place.name,
      kind: place.kind,
      status: place.status,
      lon: place.lon,
      lat: place.lat,
      precision: place.precision,
      outside: isOutside(patch),
    })
    .from(place)
    .where(
      and(
        isNotNull(place.lon),
        isNotNull(place.lat),
        await onMap(db, patch),
        kinds === undefined ? undefined : inArray(place.kind, [...kinds]),
      ),
    )
    .orderBy(asc(place.id));
  return {
    id: rows.map((row) => row.id),
    name: rows.map((row) => row.name),
    kind: rows.map((row) => row.kind as Kind),
    status: rows.map((row) => row.status as PlaceStatus),
    lon: rows.map((row) => row.lon ?? 0),
    lat: rows.map((row) => row.lat ?? 0),
    precision: rows.map((row) => row.precision as PlaceSummary['precision']),
    outside: rows.map((row) => row.outside),
  };
}
