/** Why a place may go, as those who keep it know first. */
export const RISK_REASONS = [
  { id: 'grant-ends', label: 'A grant ends' },
  { id: 'hours-cut', label: 'Hours are to be cut' },
  { id: 'for-sale', label: 'The building is for sale' },
  { id: 'volunteers', label: 'It needs volunteers' },
  { id: 'other', label: 'Something else' },
] as const;
export type RiskReason = (typeof RISK_REASONS)[number]['id'];
