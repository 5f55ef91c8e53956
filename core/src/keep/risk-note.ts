import { z } from 'zod';

/** Why a place may go, as those who keep it know first. */
export const RISK_REASONS = [
  { id: 'grant-ends', label: 'A grant ends' },
  { id: 'hours-cut', label: 'Hours are to be cut' },
  { id: 'for-sale', label: 'The building is for sale' },
  { id: 'volunteers', label: 'It needs volunteers' },
  { id: 'other', label: 'Something else' },
] as const;
export type RiskReason = (typeof RISK_REASONS)[number]['id'];

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
