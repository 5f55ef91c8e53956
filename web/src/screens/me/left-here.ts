import { dropDraft, isKept, keptDrafts, type Shelf } from '../add/kept-drafts.ts';
import { dropPlace, forgetSent, placesToSend } from '../add/outbox.ts';
import { dropPhoto } from '../add/photo-shelf.ts';
import { keepDraft, readDraft } from '../find/keep/edit-draft.ts';
import { dropEdit, editsOf } from '../find/keep/edit-outbox.ts';
import { keepPhotoDraft, readPhotoDraft } from '../find/keep/photo-draft.ts';
import { type Begun, begunBy } from '../find/keep/place-shelf.ts';

/** Something that a person wrote on this device and Kith does not have yet. */
export interface LeftHere {
  /** A new place, or something about a listed one. */
  readonly what: 'place' | Begun;
  /** Of a new place its key, else the id of the place that it is about. */
  readonly id: string;
  /** What the place is called; null where the device does not know. */
  readonly name: string | null;
  /** Send was pressed on it: it goes by itself as soon as it can. Else it was begun. */
  readonly waits: boolean;
  readonly person: string | null;
}

/** All of one person: what waits first. Nobody else who uses the device is shown it. @param person null: a visitor */
export function leftHere(shelf: Shelf, person: string | null, now: Date): readonly LeftHere[] {
  const places = placesToSend(shelf).filter((each) => each.person === person);
  const drafts = keptDrafts(shelf, now).filter((each) => each.person === person);
  const edits = editsOf(shelf, person);
  const waits = new Set([...places.map(({ place }) => place.key), ...edits.map(({ placeId }) => placeId)]);
  return [
    ...places.map(({ place }) => ({
      what: 'place' as const,
      id: place.key,
      name: place.name,
      waits: true,
      person,
    })),
    ...edits.map(({ placeId, placeName }) => ({
      what: 'edit' as const,
      id: placeId,
      name: placeName,
      waits: true,
      person,
    })),
    ...drafts
      .filter(({ key }) => !waits.has(key))
      .map(({ key, name }) => ({
        what: 'place' as const,
        id: key,
        name: name.trim() || null,
        waits: false,
        person,
      })),
    ...begunBy(shelf, person, now)
      .filter(({ what, place }) => what !== 'edit' || !waits.has(place))
      .map(({ what, place }) => ({ what, id: place, name: nameOf(place, person), waits: false, person })),
  ];
}

function nameOf(place: string, person: string | null): string | null {
  const name = readDraft(place, person)?.shown.name;
  return typeof name === 'string' ? name : null;
}

/**
 * Nothing of it goes as anybody else: each is a draft, which they alone are shown when they sign in here again. What
 * has no draft (it was too old, or there was no room) goes on waiting for them: it is all there is of it.
 */
export function keepAsDrafts(shelf: Shelf, left: readonly LeftHere[]): void {
  sendNoMore(
    shelf,
    left.filter(({ what, id, person }) =>
      what === 'place' ? isKept(shelf, id) : readDraft(id, person) !== null,
    ),
  );
}
function sendNoMore(shelf: Shelf, left: readonly LeftHere[]): void {
  for (const { what, id, person } of left) {
    if (what === 'place') dropPlace(shelf, id);
    if (what === 'edit') dropEdit(shelf, { placeId: id, person });
  }
}

/** It goes from the device, with its pictures. */
export function throwAway(shelf: Shelf, left: readonly LeftHere[]): void {
  sendNoMore(shelf, left);
  for (const { what, id, person } of left) {
    if (what === 'place') {
      dropDraft(shelf, id);
      void dropPhoto(id);
    } else if (what === 'edit') keepDraft(id, person, null);
    else {
      void dropPhoto(readPhotoDraft(id, person)?.key ?? '');
      keepPhotoDraft(id, person, null);
    }
  }
}

/** All that the device holds of a person goes, also which things they sent: their account is no more. */
export function forgetPerson(shelf: Shelf, person: string, now: Date): void {
  throwAway(shelf, leftHere(shelf, person, now));
  forgetSent(shelf, (by) => by === person);
}
