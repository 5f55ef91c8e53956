import { beforeEach, expect, it, vi } from 'vitest';
import { pageShelf, type Shelf } from '../../add/kept-drafts.ts';
import { keepDraft, readDraft } from './edit-draft.ts';
import { editsOf, keepEdit } from './edit-outbox.ts';
import { leaveBehind } from './leave-behind.ts';

const DRAFT = { key: 'a', shown: {}, texts: { phone: '2' }, why: '', typed: null };
let shelf: Shelf;
beforeEach(() => {
  shelf = pageShelf();
  vi.stubGlobal('localStorage', shelf);
  for (const person of ['amina', 'ben']) {
    keepDraft('hall', person, DRAFT);
    const edit = { key: 'a', changes: [{ field: 'phone' as const, was: '1', value: '2' }], why: null };
    keepEdit(shelf, { placeId: 'hall', placeName: 'Hall', person, edit });
  }
});

it('what waits of somebody who signs out is a draft for them alone, and goes no more', () => {
  leaveBehind(shelf, editsOf(shelf, 'amina'), 'kept');
  expect([editsOf(shelf, 'amina'), readDraft('hall', 'amina')]).toEqual([[], DRAFT]);
  expect([editsOf(shelf, 'ben').length, readDraft('hall', 'ben')]).toEqual([1, DRAFT]);
});

it('or is thrown away, and nobody else’s with it', () => {
  leaveBehind(shelf, editsOf(shelf, 'amina'), 'thrown away');
  expect([editsOf(shelf, 'amina'), readDraft('hall', 'amina')]).toEqual([[], null]);
  expect([editsOf(shelf, 'ben').length, readDraft('hall', 'ben')]).toEqual([1, DRAFT]);
});
