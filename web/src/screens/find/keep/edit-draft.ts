import type { TypedTimes } from '../../add/typed-times.ts';
import type { Texts, Values } from './edit-fields.ts';
import { keepBegun, readBegun } from './place-shelf.ts';

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

/** The draft of somebody, to go on with; or the one a visitor left, who may be the same: from then on it is theirs. */
export function takeDraft(place: string, person: string | null): EditDraft | null {
  const own = readDraft(place, person);
  if (own || person === null) return own;
  const visitors = readDraft(place, null);
  if (visitors) {
    keepDraft(place, person, visitors);
    keepDraft(place, null, null);
  }
  return visitors;
}

export function keepDraft(place: string, person: string | null, draft: EditDraft | null): void {
  keepBegun('edit', place, person, draft);
}
