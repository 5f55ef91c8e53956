import { z } from 'zod';
import { placeFields, WHEELCHAIR } from '../place/place.ts';
import { KEPT_FIELD_IDS } from './fields.ts';

const words = (most: number) => z.string().trim().max(most, `Keep it under ${most} characters.`);
const maybe = (most: number) =>
  words(most)
    .transform((text) => (text === '' ? null : text))
    .nullable();

/** A pin that somebody put down, WGS84 degrees. In Britain: a swapped pair is far outside of it. */
export const pinSchema = z.object({
  lon: z.number().min(-9, 'The pin is not in Britain.').max(2.5, 'The pin is not in Britain.'),
  lat: z.number().min(49, 'The pin is not in Britain.').max(61.5, 'The pin is not in Britain.'),
  /** How far off it may be, metres, where only the village or the part of a town is known. Left out: it is exact. */
  spreadMetres: z.int().min(0).max(5_000).optional(),
});
export type Pin = z.infer<typeof pinSchema>;

/**
 * What somebody says of a place that Kith does not list. `key` is made on their device, once per place: sent again
 * (a lost answer, a draft of yesterday) it is the same place and not a second one.
 */
export const newPlaceSchema = z.object({
  key: z.uuid('Give a key: a UUID made once for this place.'),
  name: words(120).min(2, 'Say what it is called.'),
  kind: placeFields.shape.kind,
  /** A pin; or null, and then the postcode says where. */
  pin: pinSchema.nullable(),
  address: maybe(200),
  postcode: maybe(10),
  when: maybe(300),
  /** OpenStreetMap opening_hours grammar. */
  openingHours: maybe(300),
  forWhom: maybe(200),
  wheelchair: z.enum(WHEELCHAIR).nullable(),
  access: maybe(300),
  phone: maybe(40),
  email: maybe(120),
  website: maybe(300),
  operator: maybe(120),
  notes: maybe(600),
  /** What a list knows besides: whether it is open still, the year it closed, its number among the nation's addresses. */
  status: placeFields.shape.status.optional(),
  yearClosed: z.int().min(1800).max(2100).nullable().optional(),
  uprn: maybe(12).optional(),
  /** The day on which a list checked all of this. Left out: nobody says that it was checked. */
  checkedOn: z.iso.date('Give the day as 2026-11-23.').nullable().optional(),
  /** Photos sent before, by the id they were given. */
  photos: z.array(z.uuid()).max(3, 'Three photos are enough.').default([]),
});
export type NewPlace = z.infer<typeof newPlaceSchema>;

/** One field changed. `was` is what its editor saw, so that a change made meanwhile is noticed and not lost. */
export const fieldChangeSchema = z.object({
  field: z.enum(KEPT_FIELD_IDS),
  was: z.unknown(),
  /** Null takes the value away. */
  value: z.unknown(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const editSchema = z.object({
  key: z.uuid('Give a key: a UUID made once for this edit.'),
  changes: z.array(fieldChangeSchema).min(1, 'Change something first.').max(KEPT_FIELD_IDS.length),
  /** Why, for the stewards and the history. */
  why: maybe(500).default(null),
  /** With a status of `closed`: the year it closed. Left out: this year. */
  yearClosed: z.int().min(1800).max(2100).optional(),
});
export type Edit = z.infer<typeof editSchema>;

/** A field that was changed while somebody else edited it. */
export interface Meanwhile {
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** Who said so, in words, and when (ISO). */
  readonly by: string;
  readonly at: string;
}

/** "Still right": all that was shown, as it was shown. */
export const confirmationSchema = z.object({
  shown: z.array(z.object({ field: z.enum(KEPT_FIELD_IDS), value: z.unknown() })).min(1),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/** What became of something sent: kept at once, or waiting for a steward. */
export const sentSchema = z.object({
  /** May be quoted, such as `K7QX-2MPA`. */
  reference: z.string(),
  outcome: z.enum(['shown', 'waiting']),
  placeId: z.uuid().nullable(),
});
export type Sent = z.infer<typeof sentSchema>;
