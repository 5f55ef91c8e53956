import { eq, or, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import type { Database } from './open.ts';
import { boxOfPatch } from './patch-load-store.ts';
import { inBox } from './place-query.ts';

/** How far round the box of a map places of its neighbours come in: in degrees of latitude and of longitude. */
interface Round {
  readonly lat: number;
  readonly lon: number;
}

/**
 * 5 km round a map that is drawn or listed: no walk of 60 minutes is longer. Degrees of longitude are shortest in the
 * north of England; they are enough there.
 */
const DRAWN: Round = { lat: 0.045, lon: 0.08 };

/**
 * 17 km round a map that is reckoned with: the longest limit that can be asked about is 20 km on foot, which is less
 * than 16.7 km in a straight line (1.2 is the lowest detour factor).
 */
export const RECKONED: Round = { lat: 0.154, lon: 0.277 };

/**
 * Which places a map is drawn and reckoned with: its own, and those of other maps near it, so that reach does not stop
 * at a council's border. Without a map: all.
 */
export async function onMap(
  db: Database,
  patch: string | undefined,
  round: Round = DRAWN,
): Promise<SQL | undefined> {
  if (patch === undefined) return undefined;
  const box = await boxOfPatch(db, patch);
  if (box === undefined) return eq(place.patch, patch);
  const [west, south, east, north] = box;
  return or(
    eq(place.patch, patch),
    inBox([west - round.lon, south - round.lat, east + round.lon, north + round.lat]),
  );
}

/** Whether a place is outside the map asked about: counted for reach, never offered for cuts. */
export function isOutside(patch: string | undefined): SQL<boolean> {
  const elsewhere = patch === undefined ? sql`0` : sql`${place.patch} <> ${patch}`;
  return sql<boolean>`(${place.outside} or ${elsewhere})`.mapWith(Boolean);
}
