import { postcodeIn, postcodeOf } from '@kith/core/keep/contact-shapes';
import type { Pin } from '@kith/core/keep/contribution';
import type { PlaceFields } from '@kith/core/place/place';
import { eq, type SQL, sql } from 'drizzle-orm';
import { area, homePoint, postcode } from '../../db/schema.ts';
import { toDegrees, toGrid } from '../../geo/national-grid.ts';
import type { Database } from '../open.ts';
import { findSectors } from '../postcode-store.ts';
import { FieldProblems } from './refusals.ts';

export type Position = NonNullable<PlaceFields['position']>;

/** Which part of the country a spot lies in: that of whoever lives nearest. */
export interface Ground {
  readonly district: string;
  readonly patch: string;
}

/**
 * Farther than this from anybody's home it is on none of the maps that are loaded. No place in England where people
 * meet is: errs towards taking in what lies just over the edge of a map.
 */
export const FARTHEST_METRES = 6_000;

/** Areas whose middle lies within this are looked at first: one look at their table, not at every home. */
export const MIDDLE_METRES = 12_000;
/** Homes found as near as this end the search: an area whose middle is farther off has hardly any nearer. */
export const NEAR_METRES = 2_000;

/** The district and map of a spot; null where nobody lives near it as far as is loaded. */
export async function groundAt(db: Database, easting: number, northing: number): Promise<Ground | null> {
  const within = (metres: number) => sql`${area.easting} between ${easting - metres} and ${easting + metres}
    and ${area.northing} between ${northing - metres} and ${northing + metres}`;
  const found = await nearestOf(db, easting, northing, within(MIDDLE_METRES));
  if (found !== null && found.squared <= NEAR_METRES * NEAR_METRES) return found.ground;
  const all = await nearestOf(db, easting, northing, sql`true`);
  return all !== null && all.squared <= FARTHEST_METRES * FARTHEST_METRES ? all.ground : null;
}

async function nearestOf(
  db: Database,
  easting: number,
  northing: number,
  where: SQL,
): Promise<{ readonly ground: Ground; readonly squared: number } | null> {
  const rows = await db.all<Ground & { squared: number | null }>(sql`
    select ${area.district} as district, ${area.patch} as patch,
      min((h.easting - ${easting}) * (h.easting - ${easting}) + (h.northing - ${northing}) * (h.northing - ${northing})) as squared
    from ${area} cross join ${homePoint} h on h.area = ${area.code} where ${where}`);
  const row = rows[0];
  if (row === undefined || row.squared === null) return null;
  const { district, patch, squared } = row;
  return { ground: { district, patch }, squared };
}

/** A pin as a position; of one that is only somewhere in a village, so far off. */
export function positionOfPin({ lon, lat, spreadMetres = 0 }: Pin): Position {
  const precision = spreadMetres > 0 ? 'village' : 'exact';
  return { lon, lat, ...toGrid(lon, lat), precision, spreadMetres };
}

/**
 * A sector of a postcode (`LE19 4`) is some thousands of homes: half of its doors lie within about this of its middle
 * in towns. Errs short in the country, so a pin is asked for first.
 */
const SECTOR_METRES = 1_000;

/** Where somebody says it is: the pin, or else the postcode, or the one in the address. Null where neither is known. */
export async function positionFrom(
  db: Database,
  said: { readonly pin: Pin | null; readonly postcode: string | null; readonly address: string | null },
): Promise<Position | null> {
  if (said.pin !== null) return positionOfPin(said.pin);
  const written = said.postcode ?? (said.address === null ? null : postcodeIn(said.address));
  const whole = written === null ? null : postcodeOf(written);
  if (whole === null) return null;
  const folded = whole.replace(' ', '');
  const unit = (await db.select().from(postcode).where(eq(postcode.folded, folded)))[0];
  if (unit !== undefined) {
    const { easting, northing } = unit;
    return { ...toDegrees(easting, northing), easting, northing, precision: 'postcode', spreadMetres: 0 };
  }
  const sector = (await findSectors(db, folded.slice(0, -2), 1))[0];
  if (sector === undefined) return null;
  const { lon, lat } = sector;
  return { lon, lat, ...toGrid(lon, lat), precision: 'village', spreadMetres: SECTOR_METRES };
}

/** @throws FieldProblems where it lies on none of the maps */
export async function groundOrProblem(
  db: Database,
  { easting, northing }: Position,
  field: string,
): Promise<Ground> {
  const ground = await groundAt(db, easting, northing);
  if (ground !== null) return ground;
  throw new FieldProblems([
    {
      field,
      message: 'This lies outside the maps that Kith has loaded here. Check where it is, or move the pin.',
    },
  ]);
}
