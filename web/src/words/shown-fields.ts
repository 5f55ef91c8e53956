import { KEPT_FIELDS, type KeptField } from '@kith/core/keep/fields';
import type { PlaceDetail } from '@kith/core/place/place';
import { saidWords } from './kept-words.ts';

/** A field as a page showed it: what it says, and the same in words. */
export interface ShownField {
  readonly field: KeptField;
  readonly label: string;
  readonly value: unknown;
  readonly words: string;
}

/** What is said, in the order of forms and in words; fields of which nothing is said are left out. */
export function shownFieldsOf(
  said: readonly { readonly field: string; readonly value: unknown }[],
): ShownField[] {
  return KEPT_FIELDS.flatMap(({ id, label }) => {
    const value = said.find(({ field }) => field === id)?.value ?? null;
    return value === null ? [] : [{ field: id, label, value, words: saidWords(id, value) }];
  });
}

/** All that is said of a place. "Still right" is said of these and of nothing else. */
export const shownFields = (place: Pick<PlaceDetail, 'claims'>): ShownField[] => shownFieldsOf(place.claims);
