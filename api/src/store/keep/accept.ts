import type { Database } from '../open.ts';
import { acceptEdit } from './accept-edit.ts';
import { acceptKeep } from './accept-keep.ts';
import { acceptNewPlace } from './accept-new-place.ts';
import { acceptPhoto } from './accept-photo.ts';
import type { FieldValue } from './checked-fields.ts';
import type { WaitingRow } from './waiting-store.ts';

export type AmendedField = FieldValue & { readonly was?: unknown };

/** Who accepts something, when, and what they amend of it. */
export interface Acceptance {
  /** As the log names them: `person:<id>`. */
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  /**
   * Values that take the stead of those sent, or come on top: the steward's own. `was` is what the steward saw stand;
   * where something else does by now they are not written over it.
   */
  readonly fields: readonly AmendedField[] | null;
}

/** What accepting something made. */
export interface Accepted {
  readonly changeId: number;
  readonly placeId: string;
}

const ACCEPT = {
  'new-place': acceptNewPlace,
  edit: acceptEdit,
  conflict: acceptEdit,
  keep: acceptKeep,
  photo: acceptPhoto,
} as const;
export type AcceptedKind = keyof typeof ACCEPT;

export function canAccept(kind: WaitingRow['kind']): kind is AcceptedKind {
  return kind in ACCEPT;
}

/**
 * Makes one change of what waits. Call it inside a transaction: where it throws nothing may be kept. The row itself is
 * for the caller to mark as decided.
 * @throws FieldProblems where a value does not fit
 * @throws ChangedMeanwhile where what stands is no longer what its sender saw
 * @throws NotThere where what it is about has gone
 */
export function acceptWaiting(
  db: Database,
  row: WaitingRow & { readonly kind: AcceptedKind },
  by: Acceptance,
): Promise<Accepted> {
  return ACCEPT[row.kind](db, row, by);
}
