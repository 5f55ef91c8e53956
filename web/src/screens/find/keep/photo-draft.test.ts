import { beforeEach, expect, it, vi } from 'vitest';
import { pageShelf } from '../../add/kept-drafts.ts';
import { keepPhotoDraft, photoProblems, readPhotoDraft } from './photo-draft.ts';

const DRAFT = { key: 'a', hasPhoto: true, alt: 'A blue door' };
beforeEach(() => vi.stubGlobal('localStorage', pageShelf()));

it('a photo that was begun is there again, for whoever began it and of that place alone', () => {
  keepPhotoDraft('hall', 'amina', DRAFT);
  expect(readPhotoDraft('hall', 'amina')).toEqual(DRAFT);
  expect([readPhotoDraft('hall', null), readPhotoDraft('hut', 'amina')]).toEqual([null, null]);
  keepPhotoDraft('hall', 'amina', null);
  expect(readPhotoDraft('hall', 'amina')).toBeNull();
});

it('it needs a picture, and words that the server takes', () => {
  expect(photoProblems(DRAFT)).toEqual([]);
  const fields = [{ hasPhoto: false }, { alt: ' a ' }, { alt: 'a'.repeat(201) }].map(
    (part) => photoProblems({ ...DRAFT, ...part })[0]?.field,
  );
  expect(fields).toEqual(['place-photo', 'place-alt', 'place-alt']);
});
