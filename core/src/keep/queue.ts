import { z } from 'zod';
import { KEPT_FIELD_IDS } from './fields.ts';
import { ROLE_IDS } from './roles.ts';
import { WAITING_KINDS, type WaitingKind } from './waiting-kinds.ts';

const WAITING_KIND_IDS = WAITING_KINDS.map((each) => each.id) as [WaitingKind, ...WaitingKind[]];

/** One line of the queue. */
export const waitingSchema = z.object({
  /** Not guessable; of twins `twins:<from>:<to>`. */
  id: z.string(),
  reference: z.string().nullable(),
  kind: z.enum(WAITING_KIND_IDS),
  /** What it is about, in words: the name of the place. */
  title: z.string(),
  /** What is asked, in one line; of a report in the list with the beginning of what its sender wrote. */
  summary: z.string(),
  placeId: z.uuid().nullable(),
  /** ISO time. */
  at: z.string(),
  from: z.object({ role: z.enum(ROLE_IDS), words: z.string() }),
  /** 0 nothing speaks against it, 1 almost surely spam. A guess that orders the queue and never refuses. */
  doubt: z.number(),
  /** Set apart from the honest ones, to be looked at together. */
  apart: z.boolean(),
  /** Why, in words: for `doubt`, for a likely duplicate, for what looks like a private person's contact. */
  reasons: z.array(z.string()),
  /** The one that stands for a flood of near-copies, of which this is another; else null. */
  copyOf: z.string().nullable(),
  /** How many near-copies of it wait too. */
  copies: z.int(),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** What a decision would change, field by field. */
export const beforeAfterSchema = z.object({
  field: z.enum(KEPT_FIELD_IDS),
  label: z.string(),
  /** Null: nothing known. */
  before: z.unknown(),
  after: z.unknown(),
  /** What stands now where it is no longer what the sender saw. */
  meanwhile: z.unknown().optional(),
  /** Of two that may be one: what the page says once they are merged, whichever of them stays. */
  shown: z.unknown().optional(),
  /** Of where a place is: what each of them is in words, for those who do not read coordinates. */
  words: z
    .object({ before: z.string().nullable(), after: z.string().nullable(), meanwhile: z.string().nullable() })
    .optional(),
});
export type BeforeAfter = z.infer<typeof beforeAfterSchema>;

export const neighbourSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  address: z.string().nullable(),
  straightMetres: z.number().nullable(),
  /** 0 to 1: the chance that it is the same place. */
  likeness: z.number(),
  reasons: z.array(z.string()),
});
export type Neighbour = z.infer<typeof neighbourSchema>;

/** What is like something that waits: listed, or sent too and waiting. */
export const waitingNeighbourSchema = neighbourSchema.extend({
  /** Of one that also waits its id in the queue; `id` is then the one it will be listed by. Null: it is listed. */
  waits: z.string().nullable(),
});
export type WaitingNeighbour = z.infer<typeof waitingNeighbourSchema>;

/** Who asks to keep a place, for stewards to tell whether they run it. */
export const keepAskerSchema = z.object({
  /** The address they signed in with; null where their account is gone. */
  email: z.string().nullable(),
  /** The public page that they give of their organisation. */
  website: z.string().nullable(),
});

export const waitingDetailSchema = waitingSchema.extend({
  /** Null of anything else than a wish to keep a place. */
  asker: keepAskerSchema.nullable(),
  /** What the sender wrote besides the fields. */
  words: z.string().nullable(),
  rows: z.array(beforeAfterSchema),
  position: z.object({ lon: z.number(), lat: z.number(), spreadMetres: z.number() }).nullable(),
  /** What is like it. Of twins the two themselves: the one that stays first. */
  neighbours: z.array(waitingNeighbourSchema),
  /** Seen by stewards alone until it is accepted. `alt` is what the sender says is on it. */
  photos: z.array(z.object({ id: z.uuid(), alt: z.string(), width: z.int(), height: z.int() })),
});
export type WaitingDetail = z.infer<typeof waitingDetailSchema>;

export const DECISIONS = ['accept', 'reject'] as const;
/**
 * One decision about one or many. `fields` amends what is accepted, of one only; `was` is what the listing said when
 * the steward looked (left out: nothing), so that an edit made meanwhile is not written over.
 */
export const decisionSchema = z.object({
  ids: z.array(z.string().max(120)).min(1).max(500, 'Decide on 500 at most at once.'),
  decision: z.enum(DECISIONS),
  /** To the sender, in words; they read it under their reference, and in an e-mail where they signed in. */
  note: z.string().trim().max(600).nullable().default(null),
  fields: z
    .array(z.object({ field: z.enum(KEPT_FIELD_IDS), was: z.unknown().optional(), value: z.unknown() }))
    .nullable()
    .default(null),
  /** Of one likely duplicate that is merged: the id that stays. Left out: the one that is proposed. */
  stays: z.uuid().nullable().default(null),
  /**
   * Of one new place that is turned down because it is the same as another: the id of that one, listed or to be listed.
   * Its sender is told, and led there.
   */
  sameAs: z.uuid().nullable().default(null),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Something that a steward decided, as the list of what was done tells it. */
export const doneSchema = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  kind: z.enum(WAITING_KIND_IDS),
  title: z.string(),
  summary: z.string(),
  /** `put-back`: what had been turned down waits again. */
  outcome: z.enum(['accepted', 'rejected', 'put-back']),
  /** The place as it is listed now; null where it never was. */
  placeId: z.uuid().nullable(),
  /** ISO time of the decision, and who decided, in words. */
  at: z.string(),
  by: z.string(),
  /** A merge that was taken back since, or what was turned down and put back since. */
  undone: z.boolean(),
  /** Turned down by whoever sent it, who took it back: it cannot be put back. */
  withdrawn: z.boolean(),
  /** To the sender. */
  note: z.string().nullable(),
  /** The id that a merge took away and that can be had back; null where there is no merge, or it was undone. */
  undo: z.uuid().nullable(),
});
export type Done = z.infer<typeof doneSchema>;
