import { PATCH_IDS } from '@kith/core/area/patches';
import type { Found } from '../../data/questions.ts';
import type { View } from '../../state/view.ts';

/** What is asked, without the spaces around it. */
export const searchWords = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** What a search result does to the view: a listed place opens; a town or postcode is where the list starts from. */
export function choose(found: Pick<Found, 'id' | 'label' | 'lon' | 'lat' | 'patch'>): Partial<View> {
  const patch = PATCH_IDS.find((id) => id === found.patch);
  const there = { ...(patch ? { patch } : {}), camera: null, area: null };
  if (found.id) return { ...there, place: found.id };
  if (found.lon === null || found.lat === null) return { ...there, q: found.label, near: null };
  const near = { lon: found.lon, lat: found.lat, label: found.label };
  return { ...there, near, q: '', place: null, list: 'places' };
}
