import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newDraft, newPlaceOf } from '../add/draft.ts';
import {
  dropDraft,
  keepDraft as keepPlaceDraft,
  keptDrafts,
  pageShelf,
  type Shelf,
} from '../add/kept-drafts.ts';
import { Outbox, placesToSend } from '../add/outbox.ts';
import { keepDraft, readDraft } from '../find/keep/edit-draft.ts';
import { editsOf, keepEdit } from '../find/keep/edit-outbox.ts';
import { keepPhotoDraft, readPhotoDraft } from '../find/keep/photo-draft.ts';
import { forgetPerson, keepAsDrafts, leftHere, throwAway } from './left-here.ts';

const AT = new Date('2026-11-23T14:00:00Z');
const EDIT_DRAFT = { key: 'a', shown: { name: 'Hall' }, texts: { phone: '2' }, why: '', typed: null };
const PHOTO = { key: 'p', hasPhoto: true, alt: 'The door' };
const nobody = { place: async () => Promise.reject(), photo: async () => null, refused: () => false };
let shelf: Shelf;

/** Of each of two people a place that waits, one that was begun, an edit that waits, one that was begun, and a photo. */
beforeEach(() => {
  vi.useFakeTimers({ now: AT, toFake: ['Date'] });
  shelf = pageShelf();
  vi.stubGlobal('localStorage', shelf);
  for (const person of ['amina', 'ben']) {
    const draft = (key: string) => ({ ...newDraft(`${key} ${person}`, AT.toISOString()), name: key, person });
    for (const key of ['Tea', 'Chess']) keepPlaceDraft(shelf, { ...draft(key), kind: 'group' });
    const box = new Outbox(shelf, nobody, () => AT);
    box.put(newPlaceOf(draft('Tea'), []), null, person);
    for (const place of ['hall', 'barn']) keepDraft(place, person, EDIT_DRAFT);
    const edit = { key: 'a', changes: [{ field: 'phone' as const, was: '1', value: '2' }], why: null };
    keepEdit(shelf, { placeId: 'hall', placeName: 'Hall', person, edit });
    keepPhotoDraft('barn', person, PHOTO);
  }
});
afterEach(() => vi.useRealTimers());
const left = (person: string | null) =>
  leftHere(shelf, person, AT).map(({ what, name, waits }) => [what, name, waits ? 'waits' : 'begun']);
const WHOLE = [
  ['place', 'Tea', 'waits'],
  ['edit', 'Hall', 'waits'],
  ['place', 'Chess', 'begun'],
  ['edit', 'Hall', 'begun'],
  ['photo', 'Hall', 'begun'],
];

it('what somebody wrote on a device is listed for them, what waits first, and for nobody else', () => {
  expect([left('amina'), left('ben'), left(null)]).toEqual([WHOLE, WHOLE, []]);
});

it('what waits of somebody who signs out is a draft for them alone, and goes no more', () => {
  keepAsDrafts(shelf, leftHere(shelf, 'amina', AT));
  expect(left('amina').map(([, , how]) => how)).toEqual(Array(5).fill('begun'));
  expect(left('ben')).toEqual(WHOLE);
});

it('a place whose draft is gone waits on for them, and is lost only where they throw it away', () => {
  dropDraft(shelf, 'Tea amina');
  const all = leftHere(shelf, 'amina', AT);
  keepAsDrafts(shelf, all);
  expect(left('amina')[0]).toEqual(['place', 'Tea', 'waits']);
  throwAway(shelf, all);
  expect(left('amina')).toEqual([]);
});

it('so does a change that has no draft', () => {
  keepDraft('hall', 'amina', null);
  keepAsDrafts(shelf, leftHere(shelf, 'amina', AT));
  expect(left('amina')).toContainEqual(['edit', 'Hall', 'waits']);
  expect(left('amina')).not.toContainEqual(['place', 'Tea', 'waits']);
});

it('or is thrown away, and nobody else’s with it', () => {
  throwAway(
    shelf,
    leftHere(shelf, 'amina', AT).filter(({ waits }) => waits),
  );
  expect(left('amina').map(([what, , how]) => [what, how])).toEqual([
    ['place', 'begun'],
    ['edit', 'begun'],
    ['photo', 'begun'],
  ]);
  expect([editsOf(shelf, 'amina'), readDraft('hall', 'amina')]).toEqual([[], null]);
  expect(left('ben')).toEqual(WHOLE);
});

it('all of it goes with an account, also which things were sent, and nothing of anybody else', () => {
  const sent = ['amina', 'ben'].map((person) => ({ reference: person, name: 'Tea', at: '', person }));
  shelf.setItem('kith-sent', JSON.stringify(sent));
  forgetPerson(shelf, 'amina', AT);
  expect(left('amina')).toEqual([]);
  expect([readPhotoDraft('barn', 'amina'), readPhotoDraft('barn', 'ben')]).toEqual([null, PHOTO]);
  expect(placesToSend(shelf).map(({ person }) => person)).toEqual(['ben']);
  expect(keptDrafts(shelf, AT).map(({ person }) => person)).toEqual(['ben', 'ben']);
  const all = Array.from({ length: shelf.length }, (_, at) => shelf.getItem(shelf.key(at) ?? ''));
  expect(JSON.stringify(all)).not.toContain('amina');
  expect(left('ben')).toEqual(WHOLE);
});
