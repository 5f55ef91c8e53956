import type { KeptField } from '@kith/core/keep/fields';
import type { PlaceField } from '@kith/core/place/place';
import { allClaimsOf } from '../claims-of.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { type LoggedClaim, winningClaims } from '../winning-claim.ts';
import { NoPlace } from './refusals.ts';

/** The claim that stands for each field of a place. */
export type Standing = ReadonlyMap<PlaceField, LoggedClaim>;

/**
 * What stands of a place now; of one that was merged, of the place it is now.
 * @throws NotThere where nothing is known by that id
 */
export async function standingClaims(
  db: Database,
  id: string,
): Promise<{
  placeId: string;
  placeIds: readonly string[];
  standing: Standing;
  /** All that was said, and whether a source lists it: what stands is made of these. */
  claims: readonly LoggedClaim[];
  listed: boolean;
}> {
  const placeId = (await survivorsOf(db, [id])).get(id) ?? id;
  const { claims, standing, placeIds } = await allClaimsOf(db, placeId);
  const winners = new Map(winningClaims(claims, standing.listed).map((claim) => [claim.field, claim]));
  if (!winners.has('name') || !winners.has('kind')) throw new NoPlace('There is no such place.');
  return { placeId, placeIds, standing: winners, claims, listed: standing.listed };
}

export function valueNow(standing: Standing, field: PlaceField): unknown {
  return standing.get(field)?.value ?? null;
}

/** Degrees that differ by less are the same spot, about a metre: pages and texts round them. */
const SAME_DEGREES = 2e-5;

/** Whether two values of a field are one: nothing is nothing however it is written, and a spot is a spot within a metre. */
export function sameValue(field: KeptField | PlaceField, one: unknown, other: unknown): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === null || b === null) return a === b;
  if (field === 'position' && isSpot(a) && isSpot(b)) {
    return Math.abs(a.lon - b.lon) < SAME_DEGREES && Math.abs(a.lat - b.lat) < SAME_DEGREES;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  return value.trim() === '' ? null : value.trim();
}

function isSpot(value: unknown): value is { readonly lon: number; readonly lat: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'lon' in value &&
    'lat' in value &&
    typeof value.lon === 'number' &&
    typeof value.lat === 'number'
  );
}
