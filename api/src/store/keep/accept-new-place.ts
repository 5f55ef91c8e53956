import { type NewPlace, newPlaceSchema } from '@kith/core/keep/contribution';
import type { Claim, PlaceField } from '@kith/core/place/place';
import { addClaims, logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Acceptance, Accepted } from './accept.ts';
import { senderOf } from './author-words.ts';
import { type CheckedPlace, checkedPlace } from './new-place-fields.ts';
import { ensurePeopleSource, saidBy } from './people-source.ts';
import { showPhotosOf } from './photo-store.ts';
import type { WaitingRow } from './waiting-store.ts';

/** Lists a place that somebody sent: see `acceptWaiting`. */
export async function acceptNewPlace(db: Database, row: WaitingRow, by: Acceptance): Promise<Accepted> {
  const sent = newPlaceSchema.parse(JSON.parse(row.body));
  const place = await checkedPlace(db, sent, by.fields ?? []);
  const amended = new Set(by.fields?.map(({ field }) => field));
  return listPlace(db, {
    place,
    sent,
    author: by.author,
    at: by.at,
    wordOf: (field) =>
      amended.has(field as never)
        ? { author: by.author, basis: 'checked' }
        : { author: senderOf(row), basis: 'published' },
  });
}

/** A place on its way into the list. */
export interface PlaceToList {
  readonly place: CheckedPlace;
  readonly sent: NewPlace;
  /** Of the change. */
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  /** Who says a field, and how surely. */
  readonly wordOf: (field: string) => { readonly author: string; readonly basis: Claim['basis'] };
}

/** Writes a place as one change, with its photos. */
export async function listPlace(db: Database, listed: PlaceToList): Promise<Accepted> {
  const { place, sent, author, at, wordOf } = listed;
  await ensurePeopleSource(db);
  const changeId = await logChange(db, { kind: 'edit', at, author, summary: `Added ${nameOf(place)}` });
  const fields = [
    ...place.values.map(({ field, value }) => [field, value] as const),
    ['position', place.position] as const,
    ['district', place.ground.district] as const,
    ['patch', place.ground.patch] as const,
    ...ofAList(sent, place),
  ];
  const claims = fields.map(([field, value]) => {
    const word = wordOf(field);
    const said = saidBy(word.author, at, place.id, field, value, { basis: word.basis });
    // What a steward says is of today; a list says it of the day on which it was checked.
    const checked = word.basis === 'published' ? (sent.checkedOn ?? null) : null;
    return checked === null || checked > at.slice(0, 10)
      ? said
      : { ...said, basis: 'checked' as const, asOf: checked };
  });
  await addClaims(db, changeId, claims);
  await showPhotosOf(db, place.id, sent.photos);
  return { changeId, placeId: place.id };
}

/** What only a list says. A year it closed belongs to what is closed: the steward may have said that it is open. */
function ofAList(sent: NewPlace, place: CheckedPlace): (readonly [PlaceField, unknown])[] {
  const closed = place.values.some(({ field, value }) => field === 'status' && value === 'closed');
  return [
    ...(closed && sent.yearClosed ? [['yearClosed', sent.yearClosed] as const] : []),
    ...(sent.uprn ? [['uprn', sent.uprn] as const] : []),
  ];
}

export function nameOf(place: CheckedPlace): string {
  return String(place.values.find(({ field }) => field === 'name')?.value ?? 'a place');
}
