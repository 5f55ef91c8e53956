import { eq, type SQL, sql } from 'drizzle-orm';
import { place, placeName, postcodeSector } from '../db/schema.ts';
import { folded } from './folded.ts';
import type { Database } from './open.ts';
import { matchExpression, wordHits } from './place-query.ts';

export interface FoundSector {
  readonly sector: string;
  readonly patch: string;
  readonly lon: number;
  readonly lat: number;
  readonly postcodes: number;
}

/** Sectors whose name without its space begins with `prefix` (`LE10`, `LE100`), shortest first. */
export async function findSectors(db: Database, prefix: string, limit: number): Promise<FoundSector[]> {
  const rows = await db
    .select()
    .from(postcodeSector)
    .where(sql`substr(${postcodeSector.folded}, 1, ${prefix.length}) = ${prefix}`)
    .orderBy(sql`length(${postcodeSector.folded})`, postcodeSector.folded)
    .limit(limit);
  return rows.map(({ sector, patch, lon, lat, postcodes }) => ({ sector, patch, lon, lat, postcodes }));
}

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
  const starts = startsWith(placeName.folded, text);
  const inside = sql`instr(' ' || ${placeName.folded}, ${` ${text}`}) > 0`;
  const rows = await db
    .select()
    .from(placeName)
    .where(inside)
    .orderBy(
      elsewhereLast(placeName.patch, patch),
      sql`case when ${placeName.folded} = ${text} then 0 when ${starts} then 1 else 2 end`,
      sql`case ${placeName.type} when 'city' then 0 when 'town' then 1 when 'village' then 2 when 'area' then 3 when 'hamlet' then 4 else 5 end`,
      placeName.folded,
      placeName.id,
    )
    .limit(limit);
  return rows.map(({ name, district, type, patch: at, lon, lat }) => ({
    name,
    district,
    type,
    patch: at,
    lon,
    lat,
  }));
}

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
  const rows = await db
    .select({
      id: place.id,
      name: place.name,
      kind: place.kind,
      status: place.status,
      address: place.address,
      district: place.district,
      patch: place.patch,
      lon: place.lon,
      lat: place.lat,
    })
    .from(place)
    .innerJoin(wordHits(match), sql`hits.key = ${place.key}`)
    .where(sql`${place.outside} = 0`)
    .orderBy(
      elsewhereLast(place.patch, patch),
      sql`${place.kind} = 'bench'`,
      sql`${place.status} = 'closed'`,
      sql`hits.rank`,
      place.id,
    )
    .limit(limit);
  return rows;
}

function startsWith(column: typeof placeName.folded, text: string): SQL {
  return sql`substr(${column}, 1, ${text.length}) = ${text}`;
}

/** Orders what is not on the map asked about after what is; without a map, all alike. */
function elsewhereLast(column: typeof place.patch | typeof placeName.patch, patch: string | undefined): SQL {
  return sql`(${patch ?? null} is not null and ${column} <> ${patch ?? ''})`;
}
