import type { PlaceStatus } from '../place/place.ts';

/** Why a place may go, as those who keep it know first. */
export const RISK_REASONS = [
  { id: 'grant-ends', label: 'A grant ends' },
  { id: 'hours-cut', label: 'Hours are to be cut' },
  { id: 'for-sale', label: 'The building is for sale' },
  { id: 'volunteers', label: 'It needs volunteers' },
  { id: 'other', label: 'Something else' },
] as const;
export type RiskReason = (typeof RISK_REASONS)[number]['id'];

/** Of what has closed for good, nothing is at risk; what is closed for a while may not come back. */
export const canBeAtRisk = ({ status }: { readonly status: PlaceStatus }): boolean => status !== 'closed';
