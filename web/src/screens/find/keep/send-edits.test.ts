import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditToSend } from './edit-outbox.ts';

/** What the page around it does: who is signed in, and whether there is a line. */
const page = vi.hoisted(() => ({
  person: null as string | null | undefined,
  back: () => {},
  said: [] as string[],
  sent: [] as string[],
}));
vi.mock('../../../state/account.svelte.ts', () => ({ account: { asWhom: async () => page.person } }));
vi.mock('../../../state/line.svelte.ts', () => ({
  line: {
    whenBack: (act: () => void) => {
      page.back = act;
    },
    say: (words: string) => page.said.push(words),
  },
}));
vi.mock('../../../data/keep-questions.ts', () => ({
  meanwhileOf: () => null,
  sendEdit: async (_: string, { key }: { key: string }) => {
    page.sent.push(key);
    return { reference: 'K7QX', outcome: 'shown', placeId: 'hall' };
  },
}));

const hall = (key: string, person: string | null = null): EditToSend => ({
  placeId: 'hall',
  placeName: 'Hall',
  person,
  edit: { key, changes: [{ field: 'phone', was: '1', value: '2' }], why: null },
});

let edits: typeof import('./send-edits.ts');
let heard: Map<string, () => void>;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  Object.assign(page, { person: null, said: [], sent: [] });
  heard = new Map();
  vi.stubGlobal('addEventListener', (name: string, act: () => void) => heard.set(name, act));
  edits = await import('./send-edits.ts');
});
afterEach(() => vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('an edit that could not be sent', () => {
  it.each([
    ['the browser says that there is a line', () => heard.get('online')?.()],
    ['Kith answers again', () => page.back()],
    ['half a minute has passed', () => vi.advanceTimersByTime(30_000)],
  ])('goes from the same page when %s', async (_, happens) => {
    edits.sendLater(hall('a'));
    await settle();
    expect(page.sent).toEqual([]);
    happens();
    await settle();
    expect(page.sent).toEqual(['a']);
    expect(page.said).toEqual(['Your change to Hall was sent and is shown. Its reference: K7QX.']);
  });

  it('goes once its form is shut: an open one sends it itself', async () => {
    const letGo = edits.holdEdit(hall('a'));
    edits.sendLater(hall('a'));
    page.back();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.sent).toEqual([]);
    letGo();
    await settle();
    expect(page.sent).toEqual(['a']);
  });

  it('waits while it is not known who is signed in, and never goes as somebody else', async () => {
    page.person = undefined;
    edits.sendLater(hall('a', 'amina'));
    page.back();
    await settle();
    expect([page.sent, page.said]).toEqual([[], []]);
    page.person = 'ben';
    page.back();
    await settle();
    expect(page.sent).toEqual([]);
    expect(page.said).toEqual([expect.stringMatching(/whoever wrote it is not signed in here now/)]);
  });
});
