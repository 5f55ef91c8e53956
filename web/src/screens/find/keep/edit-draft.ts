import type { TypedTimes } from '../../add/typed-times.ts';
import type { Texts, Values } from './edit-fields.ts';
import { keepBegun, readBegun, takeBegun } from './place-shelf.ts';

/** An edit that was begun and not sent: see place-shelf.ts. */
export interface EditDraft {
  /** Made once for what is in it: sent twice it is one edit. */
  readonly key: string;
  /** What the page said when it was begun. */
  readonly shown: Values;
  readonly texts: Texts;
  readonly why: string;
  /** Its times as they stood in their editor, whole or not; null where they are text. */
  readonly typed: TypedTimes | null;
}

/** @param person null: a visitor */
export function readDraft(place: string, person: string | null): EditDraft | null {
  const { key, shown, texts, why, typed } = readBegun('edit', place, person) as Partial<EditDraft>;
  return key && shown && texts ? { key, shown, texts, why: why ?? '', typed: typed ?? null } : null;
}

/** Theirs, to go on with, or what a visitor left: see place-shelf.ts. */
export const takeDraft = (place: string, person: string | null, now: Date): EditDraft | null =>
  takeBegun('edit', place, person, readDraft, now);

export function keepDraft(place: string, person: string | null, draft: EditDraft | null): void {
  keepBegun('edit', place, person, draft);
}
