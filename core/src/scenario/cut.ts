import { z } from 'zod';

/**
 * One cut. `close` is the first of four (`shorten`, `end-grant` and `open` have their place in the same tagged
 * union). A scenario is an ordered list of cuts over an immutable baseline.
 */
export const closeCutSchema = z.object({ type: z.literal('close'), place: z.string() });
export const cutSchema = z.discriminatedUnion('type', [closeCutSchema]);
export type Cut = z.infer<typeof cutSchema>;

/** What is wrong with a cut: every problem is collected, none is thrown. */
export interface CutProblem {
  /** Position in the list of cuts, from 0. */
  readonly index: number;
  readonly code: 'unknown-place' | 'not-open' | 'outside' | 'twice';
  /** Plain English, with what to do. */
  readonly message: string;
}
