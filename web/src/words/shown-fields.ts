import { KEPT_FIELDS, type KeptField } from '@kith/core/keep/fields';
import type { PlaceDetail } from '@kith/core/place/place';
import { saidWords } from './kept-words.ts';

/** A field as a page showed it: what it says, and the same in words. */
export interface ShownField {
  readonly field: KeptField;
  readonly label: string;
  readonly value: unknown;
  readonly words: string;
  /** What says the same exactly, in small print below. */
  readonly beneath?: string;
}

/** What is said, in the order of forms and in words; fields of which nothing is said are left out. */
export function shownFieldsOf(
  said: readonly { readonly field: string; readonly value: unknown }[],
): ShownField[] {
  return KEPT_FIELDS.flatMap(({ id, label }): ShownField[] => {
    const value = said.find(({ field }) => field === id)?.value ?? null;
    if (value === null) return [];
    const words = saidWords(id, value);
    if (id !== 'position') return [{ field: id, label, value, words }];
    return [{ field: id, label, value, words: spotWords(said), beneath: words }];
  });
}

/** Where a spot is, as people say it: two numbers tell nobody whether it is right. */
function spotWords(said: readonly { readonly field: string; readonly value: unknown }[]): string {
  const textOf = (field: string): string | null => {
    const value = said.find((each) => each.field === field)?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [address, postcode] = [textOf('address'), textOf('postcode')];
  if (address !== null) return `On the map at or near ${address}${postcode === null ? '' : `, ${postcode}`}`;
  if (postcode !== null) return `On the map at or near ${postcode}`;
  const district = textOf('district');
  return district === null ? 'A spot on the map' : `On the map, in ${district}`;
}

/** All that is said of a place. "Still right" is said of these and of nothing else. */
export const shownFields = (place: Pick<PlaceDetail, 'claims'>): ShownField[] => shownFieldsOf(place.claims);
