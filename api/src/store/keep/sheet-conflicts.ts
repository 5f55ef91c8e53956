import type { SheetRow } from '@kith/core/sheet/understanding';
import type { Database } from '../open.ts';
import { isPersonal, type LoggedClaim } from '../winning-claim.ts';
import { voicesOf } from './claim-voices.ts';
import type { SheetVoice } from './sheet-voice.ts';

/**
 * Whether what stands was said by somebody else, and later than the row was checked. A row without a day may be of any
 * age: what any person said is taken to be later, which errs towards asking; of a list only what it checked since today.
 * @param today ISO day
 */
export function isSaidLater(claim: LoggedClaim, row: SheetRow, voice: SheetVoice, today: string): boolean {
  if (voice.steward || voice.authors.has(claim.author)) return false;
  const said = claim.asOf ?? '';
  if (isPersonal(claim)) return row.checkedOn === null || said > row.checkedOn;
  return claim.basis === 'checked' && said > (row.checkedOn ?? today);
}

/** Who said something, in words, and the day it is of. */
export interface SaidLater {
  readonly by: string;
  /** ISO day. */
  readonly on: string;
}

/** Who made these claims, by their numbers in the log. */
export async function whoSaid(
  db: Database,
  claims: readonly LoggedClaim[],
): Promise<ReadonlyMap<number, SaidLater>> {
  const voices = await voicesOf(db, claims);
  return new Map(
    claims.map(({ id, asOf }) => {
      const { by = 'somebody', at = '' } = voices.get(id) ?? {};
      return [id, { by, on: asOf ?? at.slice(0, 10) }];
    }),
  );
}
