import { z } from 'zod';

/** A listing that somebody asked to keep and that waits for a steward, for those who asked. */
export const askedKeepSchema = z.object({
  placeId: z.string(),
  /** Null: one that Kith does not know yet. */
  organisationId: z.string().nullable(),
  /** Who would keep it, by name. */
  organisation: z.string(),
  /** ISO time. */
  at: z.string(),
  reference: z.string(),
  /** Whoever reads it asked; else somebody of the same organisation did. */
  own: z.boolean(),
});
export type AskedKeep = z.infer<typeof askedKeepSchema>;
