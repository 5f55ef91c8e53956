import { beforeEach, expect, it, vi } from 'vitest';
import { pageShelf } from '../../add/kept-drafts.ts';
import { keepDraft, readDraft, takeDraft } from './edit-draft.ts';

const draft = (key: string) => ({ key, shown: {}, texts: { phone: key }, why: '', typed: null });
beforeEach(() => vi.stubGlobal('localStorage', pageShelf()));

it('a draft is of one person: nobody else who signs in on the device is shown it', () => {
  keepDraft('hall', 'amina', draft('a'));
  expect(takeDraft('hall', 'ben')).toBeNull();
  expect(takeDraft('hall', null)).toBeNull();
  keepDraft('hall', 'ben', draft('b'));
  expect(takeDraft('hall', 'amina')).toEqual(draft('a'));
});

it('what a visitor left is taken over by who signs in, where they have none of their own', () => {
  keepDraft('hall', null, draft('v'));
  expect(takeDraft('hall', 'amina')).toEqual(draft('v'));
  expect([readDraft('hall', null), readDraft('hall', 'amina')]).toEqual([null, draft('v')]);
});
