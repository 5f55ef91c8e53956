import { eq, or, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import type { Database } from './open.ts';
import { boxOfPatch } from './patch-load-store.ts';
import { inBox } from './place-query.ts';

/**
 * How far round the box of a map the places of its neighbours count: 5 km, in degrees of latitude and, at the north
 * of England where they are shortest, of longitude. No walk that can be asked about is longer (60 minutes: 4 km).
 */
const ROUND_LAT = 0.045;
const ROUND_LON = 0.08;

/**
 * Which places a map is drawn and reckoned with: its own, and those of other maps near it, so that reach does not stop
 * at a council's border. Without a map: all.
 */
export async function onMap(db: Database, patch: string | undefined): Promise<SQL | undefined> {
  if (patch === undefined) return undefined;
  const box = await boxOfPatch(db, patch);
  if (box === undefined) return eq(place.patch, patch);
  const [west, south, east, north] = box;
  return or(
    eq(place.patch, patch),
    inBox([west - ROUND_LON, south - ROUND_LAT, east + ROUND_LON, north + ROUND_LAT]),
  );
}

/** Whether a place is outside the map asked about: counted for reach, never offered for cuts. */
export function isOutside(patch: string | undefined): SQL<boolean> {
  const elsewhere = patch === undefined ? sql`0` : sql`${place.patch} <> ${patch}`;
  return sql<boolean>`(${place.outside} or ${elsewhere})`.mapWith(Boolean);
}
