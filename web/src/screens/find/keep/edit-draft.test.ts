import { beforeEach, expect, it, vi } from 'vitest';
import { pageShelf } from '../../add/kept-drafts.ts';
import { keepDraft, readDraft, takeDraft } from './edit-draft.ts';
import { keepEdit } from './edit-outbox.ts';

const draft = (key: string) => ({ key, shown: {}, texts: { phone: key }, why: '', typed: null });
const NOW = new Date();
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);
beforeEach(() => vi.stubGlobal('localStorage', pageShelf()));

it('a draft is of one person: nobody else who signs in on the device is shown it', () => {
  keepDraft('hall', 'amina', draft('a'));
  expect(takeDraft('hall', 'ben', NOW)).toBeNull();
  expect(takeDraft('hall', null, NOW)).toBeNull();
  keepDraft('hall', 'ben', draft('b'));
  expect(takeDraft('hall', 'amina', NOW)).toEqual(draft('a'));
});

it('what a visitor left is taken over by who signs in, where they have none of their own', () => {
  keepDraft('hall', null, draft('v'));
  expect(takeDraft('hall', 'amina', NOW)).toEqual(draft('v'));
  expect([readDraft('hall', null), readDraft('hall', 'amina')]).toEqual([null, draft('v')]);
});

it('goes when nobody has touched it for 90 days, of whichever place, unless it waits to be sent', () => {
  keepDraft('hall', null, draft('v'));
  keepDraft('barn', 'ben', draft('b'));
  keepDraft('hut', 'ben', draft('w'));
  const edit = { key: 'w', changes: [{ field: 'phone' as const, was: '1', value: 'w' }], why: null };
  keepEdit(localStorage, { placeId: 'hut', placeName: 'Hut', person: 'ben', edit });
  expect(takeDraft('hall', null, later(89))).toEqual(draft('v'));
  expect(takeDraft('hall', null, later(91))).toBeNull();
  expect([readDraft('barn', 'ben'), readDraft('hut', 'ben')]).toEqual([null, draft('w')]);
});

it('kept without a time, it is counted from when it is seen', () => {
  localStorage.setItem('kith-edit-hall', JSON.stringify(draft('v')));
  expect(takeDraft('hall', null, NOW)).toEqual(draft('v'));
  expect([takeDraft('hall', null, later(89)), takeDraft('hall', null, later(91))]).toEqual([
    draft('v'),
    null,
  ]);
});
