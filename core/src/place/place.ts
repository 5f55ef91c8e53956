import { z } from 'zod';
import { FRESHNESS } from '../keep/freshness.ts';
import { KIND_IDS } from './kinds.ts';

/**
 * `open`, `closed` (gone for good), `temporarily-closed` (its own status: neither open nor gone) and
 * `unknown`. Only `open` counts towards reach.
 */
export const PLACE_STATUSES = ['open', 'temporarily-closed', 'closed', 'unknown'] as const;
/** `exact`: placed by survey, pin or postcode (within about 100 m). `village`: somewhere in that village. `none`: no position. */
export const PRECISIONS = ['exact', 'postcode', 'village', 'none'] as const;

/**
 * How a date bears on a field. `checked`: someone answerable confirmed it then. `published`: a page or
 * file of that date said so. `undated`: the source carries no date of its own.
 */
export const DATE_BASES = ['checked', 'published', 'undated'] as const;

/** `designated`: made for wheelchair users. */
export const WHEELCHAIR = ['yes', 'limited', 'no', 'designated'] as const;

/** The fields a place can have claims about. Each claim carries one value in the type given in `placeFields`. */
export const placeFields = z.object({
  name: z.string().min(1),
  kind: z.enum(KIND_IDS),
  status: z.enum(PLACE_STATUSES),
  /** WGS84 degrees and British National Grid whole metres, converted once at load. */
  position: z
    .object({
      lon: z.number(),
      lat: z.number(),
      easting: z.int(),
      northing: z.int(),
      precision: z.enum(PRECISIONS),
      /** How far off the position may be, metres. 0 for exact and postcode; 600 for village (method 2). */
      spreadMetres: z.int().nonnegative(),
    })
    .nullable(),
  address: z.string(),
  postcode: z.string(),
  district: z.string(),
  patch: z.string(),
  /** Inside the three areas loaded, or outside them and counted for reach only. */
  outside: z.boolean(),
  /** A mobile library stops in many places: it has no position and is never measured from. */
  mobile: z.boolean(),
  phone: z.string(),
  email: z.string(),
  /** Of the web only: a link of any other kind could run what somebody wrote. */
  website: z.url({ protocol: /^https?$/ }),
  /** When it is open or meets, in the source's own words. */
  when: z.string(),
  /** OpenStreetMap opening_hours grammar, only where the source gives clock hours. */
  openingHours: z.string(),
  forWhom: z.string(),
  /** Who runs it, as a slug of a small list: `council`, `commissioned`, `community`, `independent`. */
  runBy: z.string(),
  /** The organisation or council in words. */
  operator: z.string(),
  yearOpened: z.int(),
  yearClosed: z.int(),
  /** Whether the council counts it towards its legal duty to provide libraries. */
  statutory: z.boolean(),
  /** Year it left statutory provision, where a series shows it. */
  yearLeftStatutory: z.int(),
  /** Whether someone in a wheelchair can get in, in OpenStreetMap's four answers. */
  wheelchair: z.enum(WHEELCHAIR),
  /** What someone who cannot walk, stand or sit well should know, in words: `With a backrest; 3 seats`. */
  access: z.string(),
  uprn: z.string(),
  coLocatedWith: z.string(),
  notes: z.string(),
});
export type PlaceFields = z.infer<typeof placeFields>;
export type PlaceField = keyof PlaceFields;
export type PlaceStatus = (typeof PLACE_STATUSES)[number];
const PLACE_FIELDS = Object.keys(placeFields.shape) as PlaceField[];

/** What someone said about one field of one place: kept for ever, never overwritten. */
export const claimSchema = z.object({
  field: z.enum(PLACE_FIELDS as [PlaceField, ...PlaceField[]]),
  value: z.unknown(),
  source: z.string(),
  /** The page, row or file the value was read from. */
  sourceDetail: z.string().nullable(),
  /** ISO year, month or day: `2018`, `2026-05`, `2026-05-01`. Null when the source carries no date. */
  asOf: z.string().nullable(),
  basis: z.enum(DATE_BASES),
  licence: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;

/** A claim as the page of a place shows it. */
export const shownClaimSchema = claimSchema.extend({
  /** Who said so, in words: a publisher, an organisation, `someone who did not sign in`. Never a person's name. */
  by: z.string(),
  /** When it came to Kith, ISO time. */
  at: z.string(),
});
export type ShownClaim = z.infer<typeof shownClaimSchema>;

/** One place as lists and pins need it. */
export const placeSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(KIND_IDS),
  status: z.enum(PLACE_STATUSES),
  precision: z.enum(PRECISIONS),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  district: z.string().nullable(),
  patch: z.string(),
  outside: z.boolean(),
  mobile: z.boolean(),
  when: z.string().nullable(),
  openingHours: z.string().nullable(),
  forWhom: z.string().nullable(),
  runBy: z.string().nullable(),
  operator: z.string().nullable(),
  yearClosed: z.number().nullable(),
  /** How old what we know is, from the claim that settles it. */
  asOf: z.string().nullable(),
  basis: z.enum(DATE_BASES),
  sourceName: z.string(),
  /** ISO day from which no source that listed it lists it any more; null while one does. */
  goneSince: z.string().nullable(),
  /** ISO day on which a person last checked that it is there; null where nobody has. */
  checkedOn: z.string().nullable(),
  /** How fresh that is for its kind, today; null where nobody has checked it, or it has closed. */
  freshness: z.enum(FRESHNESS).nullable(),
  /** Straight-line metres from the point asked about, when one was. */
  straightMetres: z.number().nullable(),
});
export type PlaceSummary = z.infer<typeof placeSummarySchema>;

/** One place with everything known and who said so. */
export const placeDetailSchema = placeSummarySchema.extend({
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  easting: z.number().nullable(),
  northing: z.number().nullable(),
  spreadMetres: z.number(),
  /** The area (LSOA) it stands nearest to, where it has a position. */
  areaCode: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  yearOpened: z.number().nullable(),
  statutory: z.boolean().nullable(),
  yearLeftStatutory: z.number().nullable(),
  coLocatedWith: z.string().nullable(),
  notes: z.string().nullable(),
  /** The lists of its sources it stands or stood in. Days are those of the loads that saw it so. */
  listings: z.array(
    z.object({
      source: z.string(),
      goneSince: z.string().nullable(),
      firstSeen: z.string(),
      lastChanged: z.string(),
    }),
  ),
  /** Every winning claim, field by field. */
  claims: z.array(shownClaimSchema),
  /** The organisation that keeps the listing; null where none does. */
  keeper: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Photos that a steward has seen, at `/api/photos/{id}`. */
  photos: z.array(z.object({ id: z.uuid(), alt: z.string(), width: z.int(), height: z.int() })),
});
export type PlaceDetail = z.infer<typeof placeDetailSchema>;
