import { z } from 'zod';
import { KEPT_FIELD_IDS } from './fields.ts';

/** One thing that was done to a place, newest first in lists. */
export const historyEntrySchema = z.object({
  /** The change in the log: `restore` goes back to how the place stood after it. */
  changeId: z.int(),
  /** ISO time. */
  at: z.string(),
  /** Who, in words: `Enderby Library volunteers`, `a steward`, `Arts Council England`. */
  by: z.string(),
  /** What, in one line. */
  summary: z.string(),
  rows: z.array(
    z.object({ field: z.enum(KEPT_FIELD_IDS), label: z.string(), before: z.unknown(), after: z.unknown() }),
  ),
  /** Listings that this made part of the place and that still are: each can be parted from it again. */
  merged: z.array(z.object({ fromId: z.uuid(), name: z.string() })),
  /** Whether it is how the place stands now. */
  now: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
