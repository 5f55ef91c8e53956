import { beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../../data/client.ts';
import { sendChosen, sendChosenAgain } from './send-photo.ts';

/** As whom the server takes what is sent (undefined: it gives no answer), what it has, and why it takes nothing. */
const page = vi.hoisted(() => ({
  person: null as string | null | undefined,
  sent: [] as string[],
  trouble: null as Error | null,
  photo: null as Blob | null,
}));
vi.mock('../../../state/account.svelte.ts', () => ({ account: { asWhom: async () => page.person } }));
vi.mock('../../add/photo-shelf.ts', () => ({ photoOf: async () => page.photo }));
vi.mock('../../../data/keep-questions.ts', () => ({
  sendPhotoOf: async (place: string, _: Blob, { alt }: { alt: string }) => {
    if (page.trouble) throw page.trouble;
    page.sent.push(`${alt} of ${place}`);
    return { reference: 'K7QX' };
  },
}));

const DRAFT = { key: 'a', hasPhoto: true, alt: ' A blue door ' };
beforeEach(() => Object.assign(page, { person: null, sent: [], trouble: null, photo: new Blob(['x']) }));

it('goes when the line is back, as whoever pressed Send', async () => {
  page.person = 'amina';
  expect(await sendChosenAgain('hall', DRAFT, 'amina')).toMatchObject({ outcome: 'sent' });
  expect(page.sent).toEqual(['A blue door of hall']);
});

it.each([
  ['another person', 'amina', 'ben'],
  ['somebody after a visitor', null, 'ben'],
  ['nobody', 'amina', null],
])('does not go where %s is signed in by then: they are told to look', async (_, pressed, now) => {
  page.person = now;
  const { outcome } = await sendChosenAgain('hall', DRAFT, pressed);
  expect([outcome, page.sent]).toEqual(['failed', []]);
});

it('waits on where Kith does not say who is signed in', async () => {
  page.person = undefined;
  expect(await sendChosenAgain('hall', DRAFT, null)).toEqual({ outcome: 'offline' });
  expect(page.sent).toEqual([]);
});

it('what it comes to: no line, refused, or no picture any more', async () => {
  page.trouble = new ApiProblem(0, 'No line');
  expect(await sendChosen('hall', DRAFT)).toEqual({ outcome: 'offline' });
  page.trouble = new ApiProblem(413, 'Too large');
  expect(await sendChosen('hall', DRAFT)).toEqual({ outcome: 'failed', words: 'Too large' });
  page.photo = null;
  expect(await sendChosen('hall', DRAFT)).toEqual({ outcome: 'gone' });
});
