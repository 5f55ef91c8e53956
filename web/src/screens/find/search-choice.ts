import { EVERYWHERE } from '@kith/core/area/patches';
import type { Found } from '../../data/questions.ts';
import type { View } from '../../state/view.ts';

/** What is asked, without the spaces around it. */
export const searchWords = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A whole postcode, however it is spaced: where it is not loaded, its sector leads there. */
const WHOLE_POSTCODE = /^([a-z]{1,2}\d[a-z\d]?)(\d)[a-z]{2}$/i;

/** The shape of a postcode, or of its first part or sector. */
export const isPostcode = (text: string): boolean =>
  /^[a-z]{1,2}\d[a-z\d]?\s*(\d([a-z]{2})?)?$/i.test(text.trim());

/** The result that was typed out in full: Enter takes it. A whole postcode takes itself, or else its sector. */
export function typedOut<T extends Pick<Found, 'id' | 'label'>>(
  text: string,
  results: readonly T[],
): T | undefined {
  const plain = (words: string): string => words.toLowerCase().replaceAll(' ', '');
  const called = (asked: string) => results.find((each) => !each.id && plain(each.label) === asked);
  return called(plain(text)) ?? called(plain(text).replace(WHOLE_POSTCODE, '$1$2'));
}

/** The map looked at, and which others there are. */
export interface Where {
  readonly now: string;
  readonly isLoaded: (patch: string) => boolean;
}

/** Names and postcodes are known beyond what is loaded: such a result says that nothing is there to be found. */
export const isBeyond = (found: Pick<Found, 'id' | 'patch'>, { isLoaded }: Where): boolean =>
  !found.id && !isLoaded(found.patch);

/** What a search result does to the view: a listed place opens; a town or postcode is where the list starts from. */
export function choose(
  found: Pick<Found, 'id' | 'label' | 'lon' | 'lat' | 'patch'>,
  { now, isLoaded }: Where,
): Partial<View> {
  const elsewhere = now !== EVERYWHERE && found.patch !== now && isLoaded(found.patch);
  // What is closed in a scenario stands on the map that was looked at.
  const there = { ...(elsewhere ? { patch: found.patch, cuts: [] } : {}), camera: null, area: null };
  if (found.id) return { ...there, place: found.id };
  if (found.lon === null || found.lat === null) return { ...there, q: found.label, near: null };
  const near = { lon: found.lon, lat: found.lat, label: found.label };
  return { ...there, near, q: '', place: null, list: 'places' };
}
