import type { KeptRisk } from '@kith/core/keep/risk-note';
import { RISK_REASONS } from '@kith/core/keep/risk-reasons';
import { whole } from './area-words.ts';
import { dateWords } from './dates.ts';

type Said = Pick<KeptRisk, 'reason' | 'amountGbp' | 'endsOn' | 'funder'>;

const REASONS = new Map(RISK_REASONS.map((reason) => [reason.id as string, reason.label]));

/** Why a place may go, in one line: "A grant ends: £12,000 from the Lottery, on 31 March 2027". */
export function riskLine({ reason, amountGbp, endsOn, funder }: Said): string {
  const money = amountGbp === null ? null : `£${whole(amountGbp)}`;
  const parts = [
    [money, funder && `${money ? 'from' : 'by'} ${funder}`].filter(Boolean).join(' '),
    endsOn && `${reason === 'grant-ends' ? 'on' : 'from'} ${dateWords(endsOn)}`,
  ].filter(Boolean);
  const label = REASONS.get(reason) ?? 'Something else';
  return parts.length > 0 ? `${label}: ${parts.join(', ')}` : label;
}

/** Whether the day from which it goes lies before today: the year may be a slip. Both are ISO days; empty is no day. */
export const hasPassed = (endsOn: string, today: string): boolean => endsOn !== '' && endsOn < today;
