import { z } from 'zod';
import { KIND_IDS } from '../place/kinds.ts';
import { WEEK_PATTERN } from '../place/week.ts';

const isoDay = z.iso.date('Give the day as year-month-day, such as 2027-03-31.');
const placeId = z.string().min(1).max(80);
const week = z.string().regex(WEEK_PATTERN, 'Give the week as 168 characters, each o, s or a full stop.');

/** The place is gone. */
export const closeCutSchema = z.object({ type: z.literal('close'), place: placeId });

/** The place keeps only some of its hours. */
export const shortenCutSchema = z.object({ type: z.literal('shorten'), place: placeId, keeps: week });

/** A grant ends: every place that it pays for closes on that day, unless the money is replaced. */
export const endGrantCutSchema = z.object({
  type: z.literal('end-grant'),
  /** Its name: what the user calls it. */
  grant: z.string().trim().min(1, 'Give the grant a name.').max(120, 'Keep the name under 120 characters.'),
  /** Null: on a day not yet known, which counts as ended. */
  endsOn: isoDay.nullable(),
  places: z.array(placeId).min(1, 'Choose at least one place that the grant pays for.').max(200),
  /** Those of the places that someone else will pay for: they stay. */
  replaced: z.array(placeId).max(200).default([]),
});

/** A new place. It is exact, wherever it is put. */
export const openCutSchema = z.object({
  type: z.literal('open'),
  /** The reference of the new place within the scenario. */
  site: z
    .string()
    .regex(/^new-[a-z0-9-]{1,40}$/, 'Call a new place new- and letters or figures, such as new-1.'),
  name: z
    .string()
    .trim()
    .min(1, 'Give the new place a name.')
    .max(120, 'Keep the name under 120 characters.'),
  kind: z.enum(KIND_IDS),
  /** Whole metres of the British National Grid. */
  easting: z.int().min(0).max(700_000),
  northing: z.int().min(0).max(1_300_000),
  /** Null: not known, so at a day and hour it is not counted, only `perhaps`. */
  week: week.nullable(),
});

/** One cut. A scenario is an ordered list of them over an immutable baseline. */
export const cutSchema = z.discriminatedUnion('type', [
  closeCutSchema,
  shortenCutSchema,
  endGrantCutSchema,
  openCutSchema,
]);
export type Cut = z.infer<typeof cutSchema>;
export type CutType = Cut['type'];
export type CloseCut = z.infer<typeof closeCutSchema>;
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
