import type { KeptField } from '@kith/core/keep/fields';
import type { SheetRow } from '@kith/core/sheet/understanding';
import { isPersonal, type LoggedClaim } from '../winning-claim.ts';
import { SAID_FIELDS, type SaidField } from './said-fields.ts';
import { isSaidLater } from './sheet-conflicts.ts';
import type { PlaceStanding } from './sheet-standing.ts';
import { authorOfRow, isAtOnce, type SheetVoice } from './sheet-voice.ts';
import { sameValue, valueNow } from './standing-claims.ts';

/** A field in which a row differs from what stands. */
export interface FieldDiffers {
  readonly field: KeptField;
  readonly was: unknown;
  readonly value: unknown;
  /** The claim that gainsays it: somebody else's, and later. */
  readonly gainsaid: LoggedClaim | null;
  /** The day of what stands, where that is later than the row's, so that the row would change nothing. */
  readonly outdated: string | null;
}

/** What stays as it is of a place that is there, and what is said only where nobody has said any yet. */
const STAYS: ReadonlySet<SaidField> = new Set(['name', 'kind']);
const FILLED_IN: ReadonlySet<SaidField> = new Set(['address', 'postcode']);

/** What a row says otherwise than what stands of its place. @param today ISO day */
export function changesOf(
  row: SheetRow,
  { placeId, standing, takenAway }: PlaceStanding,
  voice: SheetVoice,
  today: string,
): FieldDiffers[] {
  const changes: FieldDiffers[] = [];
  const author = authorOfRow(voice, placeId);
  const day = dayOf(row, today);
  for (const field of SAID_FIELDS) {
    const value = row[field];
    if (value === null || STAYS.has(field)) continue;
    const was = valueNow(standing, field) ?? null;
    if (FILLED_IN.has(field) && was !== null) continue;
    // A list that does not speak of closing says nothing of a place that is shut for a while.
    if (field === 'status' && value === 'open') continue;
    if (sameValue(field, was, value)) continue;
    const claim = standing.get(field) ?? takenAway.get(field);
    const later = claim !== undefined && isSaidLater(claim, row, voice, today);
    // Of what people said the later day stands, and of one day what was said last; a voice replaces what it said itself.
    const stays =
      claim !== undefined && isPersonal(claim) && claim.author !== author && (claim.asOf ?? '') > day;
    const outdated = stays && !later && isAtOnce(voice, placeId) ? claim.asOf : null;
    changes.push({ field, was, value, gainsaid: later ? claim : null, outdated });
  }
  return changes;
}

/** The day of which a row speaks: that on which it was checked, else today. @param today ISO day */
export function dayOf({ checkedOn }: SheetRow, today: string): string {
  return checkedOn !== null && checkedOn <= today ? checkedOn : today;
}
