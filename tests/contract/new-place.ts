import { randomUUID } from 'node:crypto';
import type { NewPlace } from '@kith/core/keep/contribution';

/** A new place of which nothing is said but what is named: a café, unless said otherwise, with a key of its own. */
export function bareNewPlace(said: Partial<NewPlace> & Pick<NewPlace, 'name' | 'pin'>): NewPlace {
  return {
    key: randomUUID(),
    kind: 'cafe',
    address: null,
    postcode: null,
    when: null,
    openingHours: null,
    forWhom: null,
    wheelchair: null,
    access: null,
    phone: null,
    email: null,
    website: null,
    operator: null,
    notes: null,
    photos: [],
    ...said,
  };
}
