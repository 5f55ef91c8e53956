import type { Kind } from '@kith/core/place/kinds';
import type { PlaceStatus } from '@kith/core/place/place';
import type { Baseline } from '@kith/core/reach/baseline';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { atLeast } from './keep/freshness.ts';
import { isOutside, onMap, RECKONED } from './on-map.ts';
import type { Database } from './open.ts';

/** Places as a baseline has them, but with their hours in words. */
export type BaselinePlaces = Omit<Baseline['places'], 'week'> & {
  /** In the grammar of OpenStreetMap; null where the source gives no clock hours. */
  readonly openingHours: (string | null)[];
};

/** The places a baseline is played with: those of these kinds that have a position, on a map and near it, by id. Without a patch: of all. */
export async function listBaselinePlaces(
  db: Database,
  patch: string | undefined,
  kinds: readonly Kind[],
  today: string,
): Promise<BaselinePlaces> {
  const rows = await db
    .select({
      id: place.id,
      name: place.name,
      kind: place.kind,
      status: place.status,
      easting: place.easting,
      northing: place.northing,
      lon: place.lon,
      lat: place.lat,
      spreadMetres: place.spreadMetres,
      outside: isOutside(patch),
      runBy: place.runBy,
      operator: place.operator,
      district: place.district,
      openingHours: place.openingHours,
      asOf: place.asOf,
      basis: place.basis,
      stale: sql<boolean>`(${place.peopleOnly} and ${atLeast('stale', today)})`.mapWith(Boolean),
    })
    .from(place)
    .where(
      and(
        await onMap(db, patch, RECKONED),
        inArray(place.kind, [...kinds]),
        eq(place.mobile, false),
        isNotNull(place.easting),
        isNotNull(place.northing),
        isNotNull(place.lon),
        isNotNull(place.lat),
      ),
    )
    .orderBy(asc(place.id));
  return {
    id: rows.map((row) => row.id),
    name: rows.map((row) => row.name),
    kind: rows.map((row) => row.kind as Kind),
    status: rows.map((row) => row.status as PlaceStatus),
    easting: rows.map((row) => row.easting ?? 0),
    northing: rows.map((row) => row.northing ?? 0),
    lon: rows.map((row) => row.lon ?? 0),
    lat: rows.map((row) => row.lat ?? 0),
    spreadMetres: rows.map((row) => row.spreadMetres),
    outside: rows.map((row) => row.outside),
    runBy: rows.map((row) => row.runBy),
    operator: rows.map((row) => row.operator),
    district: rows.map((row) => row.district),
    openingHours: rows.map((row) => row.openingHours),
    checkedOn: rows.map(({ basis, asOf }) => (basis === 'checked' ? firstDayOf(asOf) : null)),
    stale: rows.map((row) => row.stale),
  };
}

/**
 * The day of a date that may say no more than its year or month: the first it can mean, so that nothing seems fresher
 * than it is.
 */
function firstDayOf(date: string | null): string | null {
  return date === null ? null : `${date}-01-01`.slice(0, Math.max(date.length, 10));
}
