import type { NewClaim } from '@kith/api/store/claim-store';
import type { Claim, PlaceFields } from '@kith/core/place/place';
import { v5 } from 'uuid';

/** Kith's own name space for ids of places. Never change it: every link to a place hangs on it. */
const PLACES = '6f0c7a52-5a0b-4b6e-9a0e-3d0c1f7f4b1a';

/** The id of a place: the same for the same source and key on every load and every machine. */
export function placeId(source: string, key: string): string {
  return v5(`${source}:${key}`, PLACES);
}

/** Who says it, from where, and how old it is. */
export interface Word {
  readonly source: string;
  readonly sourceDetail: string | null;
  readonly asOf: string | null;
  readonly basis: Claim['basis'];
  readonly licence: string;
}

export type LoadedClaim = Omit<NewClaim, 'author'>;

/** One claim for every field that has a value; fields that are null or empty say nothing. */
export function claimsFrom(
  id: string,
  word: Word,
  fields: { readonly [field in keyof PlaceFields]?: PlaceFields[field] | null },
): LoadedClaim[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([field, value]) => ({ placeId: id, field: field as keyof PlaceFields, value, ...word }));
}
