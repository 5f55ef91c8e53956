import { toDegrees, toGrid } from '@kith/api/geo/national-grid';
import type { Listing } from '@kith/api/store/listing-store';
import type { PlaceFields } from '@kith/core/place/place';
import { claimsFrom, type Word } from './place-claims.ts';
import { foldedPostcode } from './postcode-text.ts';

export type { Listing };

/** Listings as an array, or made one by one as they are asked for: of a whole country not all are held at once. */
export type Listings = Iterable<Listing> & { readonly length: number };

/** Makes each listing when it is asked for, every time that it is. */
export function oneByOne<Row>(rows: readonly Row[], listingOf: (row: Row) => Listing): Listings {
  return {
    length: rows.length,
    *[Symbol.iterator]() {
      for (const row of rows) yield listingOf(row);
    },
  };
}

/** What a source's rows come to on the ground that is loaded. */
export interface Listed<L extends Listings = readonly Listing[]> {
  readonly listings: L;
  /** Rows that lie where nothing is loaded. */
  readonly elsewhere: number;
  /** Rows of kinds that no reader can walk into, by kind: `prison library`. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What the loaders of places ask of the ground; `world/ground.ts` answers. */
export interface GroundBelow {
  areaAt(
    easting: number,
    northing: number,
  ): { readonly district: string; readonly districtCode: string; readonly patch: string } | null;
  nearHome(easting: number, northing: number, limitMetres: number): { readonly patch: string } | null;
}

/** Where a postcode (folded, `LE100AA`) lies, or null where it is not known. */
export type PostcodeAt = (folded: string) => { readonly easting: number; readonly northing: number } | null;

export type Position = NonNullable<PlaceFields['position']>;

/** Libraries outside count for reach this far from a home point: farther than anyone's walk (method 2). */
export const OUTSIDE_METRES = 5000;

/** A point in degrees, to 5 decimals (about a metre), with its whole metres on the grid. */
export function positionInDegrees(lon: number, lat: number): Position {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return { lon: round(lon), lat: round(lat), ...toGrid(lon, lat), precision: 'exact', spreadMetres: 0 };
}

/** A point on the grid with its degrees. */
export function positionOnGrid(
  easting: number,
  northing: number,
  precision: Position['precision'] = 'exact',
): Position {
  const whole = { easting: Math.round(easting), northing: Math.round(northing) };
  return { ...whole, ...toDegrees(whole.easting, whole.northing), precision, spreadMetres: 0 };
}

/** The position of a postcode, to within about 100 m; null where it is not known. */
export function positionOfPostcode(postcode: string, at: PostcodeAt): Position | null {
  const found = postcode === '' ? null : at(foldedPostcode(postcode));
  return found === null ? null : positionOnGrid(found.easting, found.northing, 'postcode');
}

/** The fields that say which map a place belongs to. */
export type Whereabouts = Pick<PlaceFields, 'district' | 'patch' | 'outside'>;

/** Inside an area that is loaded; or, where asked for, outside and within reach of its people. Null: elsewhere. */
export function whereaboutsOf(
  { easting, northing }: { readonly easting: number; readonly northing: number },
  ground: GroundBelow,
  outsideToo: boolean,
): Whereabouts | null {
  const area = ground.areaAt(easting, northing);
  if (area !== null) return { district: area.district, patch: area.patch, outside: false };
  const near = outsideToo ? ground.nearHome(easting, northing, OUTSIDE_METRES) : null;
  return near === null ? null : { district: '', patch: near.patch, outside: true };
}

/** The claims of one listing. Fields that are null or empty say nothing. */
export function saying(word: Word, fields: Parameters<typeof claimsFrom>[2]): Listing['claims'] {
  return claimsFrom('', word, fields).map(({ placeId: _, ...claim }) => claim);
}

/** Says outright that a field has no value: with a date it beats what an older source has. */
export function denying(word: Word, fields: readonly (keyof PlaceFields)[]): Listing['claims'] {
  return fields.map((field) => ({ field, value: null, ...word }));
}
