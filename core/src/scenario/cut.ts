import { z } from 'zod';
import { KIND_IDS } from '../place/kinds.ts';
import { WEEK_PATTERN } from '../place/week.ts';

const DAY = 'Give the day as year-month-day, such as 2027-03-31.';
const PLACE = 'Give the reference of a place, 1 to 80 characters.';
const WEEK = 'Give the week as 168 characters, each o, s or a full stop.';
const TYPE = 'Give the cut as an object whose type is close, shorten, end-grant or open.';
const GRANT = 'Give the grant a name.';
const PAID_FOR = 'Give the places that the grant pays for, 1 to 200 of them.';
const REPLACED = 'Give the places that others will pay for as a list of 200 at most.';
const SITE = 'Call a new place new- and letters or figures, such as new-1.';
const NAME = 'Give the new place a name.';
/** What a kind must be one of, for every kind that a user gives. */
export const KIND_SAID = `Choose a kind of place: ${KIND_IDS.join(', ')}.`;
const EASTING =
  'Give the easting in whole metres of the British National Grid, from 0 to 700000, such as 456546.';
const NORTHING =
  'Give the northing in whole metres of the British National Grid, from 0 to 1300000, such as 296904.';

/** A day as people write it to the API; every day of a scenario. */
export const isoDay = z.iso.date(DAY);
const placeId = z.string(PLACE).min(1, PLACE).max(80, PLACE);
const week = z.string(WEEK).regex(WEEK_PATTERN, WEEK);

/** The place is gone. */
const closeCutSchema = z.object({ type: z.literal('close', TYPE), place: placeId }, TYPE);

/** The place keeps only some of its hours. */
export const shortenCutSchema = z.object(
  { type: z.literal('shorten', TYPE), place: placeId, keeps: week },
  TYPE,
);

/** A grant ends: every place that it pays for closes on that day, unless the money is replaced. */
export const endGrantCutSchema = z.object(
  {
    type: z.literal('end-grant', TYPE),
    /** Its name: what the user calls it. */
    grant: z.string(GRANT).trim().min(1, GRANT).max(120, 'Keep the name under 120 characters.'),
    /** Null: on a day not yet known, which counts as ended. */
    endsOn: isoDay.nullable(),
    places: z
      .array(placeId, PAID_FOR)
      .min(1, 'Choose at least one place that the grant pays for.')
      .max(200, PAID_FOR),
    /** Those of the places that someone else will pay for: they stay. */
    replaced: z.array(placeId, REPLACED).max(200, REPLACED).default([]),
  },
  TYPE,
);

/** A new place. It is exact, wherever it is put. */
export const openCutSchema = z.object(
  {
    type: z.literal('open', TYPE),
    /** The reference of the new place within the scenario. */
    site: z.string(SITE).regex(/^new-[a-z0-9-]{1,40}$/, SITE),
    name: z.string(NAME).trim().min(1, NAME).max(120, 'Keep the name under 120 characters.'),
    kind: z.enum(KIND_IDS, KIND_SAID),
    easting: z.int(EASTING).min(0, EASTING).max(700_000, EASTING),
    northing: z.int(NORTHING).min(0, NORTHING).max(1_300_000, NORTHING),
    /** Null: not known, so at a day and hour it is not counted, only `perhaps`. */
    week: week.nullable(),
  },
  TYPE,
);

/** One cut. A scenario is an ordered list of them over an immutable baseline. */
export const cutSchema = z.discriminatedUnion(
  'type',
  [closeCutSchema, shortenCutSchema, endGrantCutSchema, openCutSchema],
  TYPE,
);
export type Cut = z.infer<typeof cutSchema>;
export type CutType = Cut['type'];
export type ShortenCut = z.infer<typeof shortenCutSchema>;
export type EndGrantCut = z.infer<typeof endGrantCutSchema>;
export type OpenCut = z.infer<typeof openCutSchema>;

/** What is wrong with a cut: every problem is collected, none is thrown. */
export interface CutProblem {
  /** Position in the list of cuts, from 0. */
  readonly index: number;
  readonly code:
    | 'unknown-place'
    | 'not-open'
    | 'outside'
    /** A place, or a new place's reference, is in more than one cut. */
    | 'twice'
    /** `shorten`: hours that the place does not have. */
    | 'not-its-hours'
    /** `shorten`: it keeps all its hours, or none (then it closes). */
    | 'no-hours-cut'
    | 'no-hours-left'
    /** `end-grant`: a replaced place is not among those it pays for. */
    | 'not-paid-for'
    /** `open`: of a kind that does not count in this scenario, or far from everyone on the map. */
    | 'not-counted'
    | 'far-away';
  /** Plain English, with what to do. */
  readonly message: string;
}
