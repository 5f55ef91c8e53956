import { beforeEach, expect, it, vi } from 'vitest';
import { pageShelf } from '../../add/kept-drafts.ts';
import { keepPhotoDraft, photoProblems, readPhotoDraft, takePhotoDraft } from './photo-draft.ts';
import { begunBy } from './place-shelf.ts';

const dropped = vi.hoisted(() => [] as string[]);
vi.mock('../../add/photo-shelf.ts', () => ({ dropPhoto: async (key: string) => dropped.push(key) }));
const NOW = new Date();
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);
const DRAFT = { key: 'a', hasPhoto: true, alt: 'A blue door' };
beforeEach(() => vi.stubGlobal('localStorage', pageShelf()));

it('a photo that was begun is there again, for whoever began it and of that place alone', () => {
  keepPhotoDraft('hall', 'amina', DRAFT);
  expect(readPhotoDraft('hall', 'amina')).toEqual(DRAFT);
  expect([readPhotoDraft('hall', null), readPhotoDraft('hut', 'amina')]).toEqual([null, null]);
  keepPhotoDraft('hall', 'amina', null);
  expect(readPhotoDraft('hall', 'amina')).toBeNull();
});

it('a visitor’s is taken along by who signs in, where they have none of their own', () => {
  keepPhotoDraft('hall', null, DRAFT);
  expect(takePhotoDraft('hall', 'amina', NOW)).toEqual(DRAFT);
  expect(takePhotoDraft('hall', null, NOW)).toBeNull();
  keepPhotoDraft('hall', null, { ...DRAFT, key: 'b' });
  expect(takePhotoDraft('hall', 'amina', NOW)).toEqual(DRAFT);
});

it('goes with its picture when nobody has touched it for 90 days, whoever looks at whichever place', () => {
  keepPhotoDraft('hall', null, DRAFT);
  expect(takePhotoDraft('hut', 'ben', later(89))).toBeNull();
  expect([begunBy(localStorage, null, later(89)).length, dropped]).toEqual([1, []]);
  expect(takePhotoDraft('hut', 'ben', later(91))).toBeNull();
  expect([readPhotoDraft('hall', null), dropped]).toEqual([null, ['a']]);
});

it('it needs a picture, and words that the server takes', () => {
  expect(photoProblems(DRAFT)).toEqual([]);
  const fields = [{ hasPhoto: false }, { alt: ' a ' }, { alt: 'a'.repeat(201) }].map(
    (part) => photoProblems({ ...DRAFT, ...part })[0]?.field,
  );
  expect(fields).toEqual(['place-photo', 'place-alt', 'place-alt']);
});
