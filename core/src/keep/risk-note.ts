import { z } from 'zod';
import { RISK_REASONS, type RiskReason } from './risk-reasons.ts';

export const riskNoteSchema = z.object({
  reason: z.enum(RISK_REASONS.map((each) => each.id) as [RiskReason, ...RiskReason[]]),
  /** Whole pounds, in all. */
  amountGbp: z.int().positive().max(1_000_000_000).nullable(),
  /** ISO day from which it is gone. */
  endsOn: z.iso.date().nullable(),
  funder: z.string().trim().max(120).nullable(),
  words: z.string().trim().max(500).nullable(),
  /** Everyone may read it; else stewards, commissioners and those who keep the place. */
  public: z.boolean(),
});
export type RiskNote = z.infer<typeof riskNoteSchema>;

/** A note as it stands in lists. */
export const keptRiskSchema = riskNoteSchema.extend({
  id: z.uuid(),
  placeId: z.uuid(),
  placeName: z.string(),
  /** Who said so, in words. */
  by: z.string(),
  /** ISO time. */
  at: z.string(),
});
export type KeptRisk = z.infer<typeof keptRiskSchema>;
