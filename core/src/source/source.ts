import { z } from 'zod';

/** One entry of data/sources.json. Every figure on screen leads to one of these. */
export const sourceSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** Where the publisher offers it; null where facts were read from many pages: each row names its own. */
  url: z.url().nullable(),
  licence: z.string().min(1),
  licenceUrl: z.url(),
  /** What must be said wherever it is shown. */
  attribution: z.string().min(1),
  /** The year or month the facts are about: `2021`, `2026-05`. */
  vintage: z.string().min(1),
  /** What one should know before leaning on it. */
  caution: z.string(),
  /** SHA-256 of the file the starter was made from; null where there is no one file. */
  sha256: z.string().length(64).nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
