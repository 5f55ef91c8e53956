import { z } from 'zod';

/** What a council spent on culture and related services in one year, net, in cash. Libraries are not split out. */
export const moneyRowSchema = z.object({
  authority: z.string(),
  authorityCode: z.string(),
  patch: z.string(),
  /** Financial year, `2010-11`. Years that were not published are absent: a gap stays a gap. */
  year: z.string(),
  netCurrentGbpThousand: z.number(),
});
export type MoneyRow = z.infer<typeof moneyRowSchema>;
