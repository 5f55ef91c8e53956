import { z } from 'zod';

/**
 * What may be removed for good where a person asks for it: something sent to the stewards, a photo, a note that a place
 * is at risk, what was said in a field of a place, the words that stand with a change, what an organisation is
 * called, and the name of a spreadsheet.
 */
export const REMOVABLE = ['sent', 'photo', 'risk', 'value', 'words', 'organisation', 'file'] as const;
export type Removable = (typeof REMOVABLE)[number];

/** One thing that may be removed, as whoever decides sees it. */
export const removableSchema = z.object({
  what: z.enum(REMOVABLE),
  /** Of the thing itself. */
  id: z.string(),
  /** What it is, in words. */
  title: z.string(),
  /** What it says. */
  text: z.string(),
  /** ISO time. */
  at: z.string(),
});
export type RemovableThing = z.infer<typeof removableSchema>;

export const removalSchema = z.object({ what: z.enum(REMOVABLE), id: z.string().min(1).max(100) });
export type Removal = z.infer<typeof removalSchema>;
