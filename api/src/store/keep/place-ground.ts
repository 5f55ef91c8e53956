import { postcodeIn, postcodeOf } from '@kith/core/keep/contact-shapes';
import type { Pin } from '@kith/core/keep/contribution';
import type { PlaceFields } from '@kith/core/place/place';
import { eq, sql } from 'drizzle-orm';
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
const FARTHEST_METRES = 6_000;

/** The district and map of a spot; null where nobody lives near it as far as is loaded. */
export async function groundAt(db: Database, easting: number, northing: number): Promise<Ground | null> {
  const squared = sql`(${homePoint.easting} - ${easting}) * (${homePoint.easting} - ${easting}) + (${homePoint.northing} - ${northing}) * (${homePoint.northing} - ${northing})`;
  const rows = await db.all<{ district: string; patch: string }>(sql`
    select ${area.district} as district, ${area.patch} as patch from (
      select ${homePoint.area} as code, min(${squared}) as s from ${homePoint}
      where ${homePoint.easting} between ${easting - FARTHEST_METRES} and ${easting + FARTHEST_METRES}
        and ${homePoint.northing} between ${northing - FARTHEST_METRES} and ${northing + FARTHEST_METRES}
    ) as near join ${area} on ${area.code} = near.code`);
  return rows[0] ?? null;
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
