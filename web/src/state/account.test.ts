import { beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../data/client.ts';
import { pageShelf, type Shelf } from '../screens/add/kept-drafts.ts';

/** Whether Kith can be reached, and whom it takes them for. */
const kith = vi.hoisted(() => ({ reached: true, person: 'amina' as string | null }));
vi.mock('../data/account-questions.ts', () => ({
  askMe: async () => {
    if (!kith.reached) throw new ApiProblem(0, 'No line');
    const person = { id: kith.person, role: 'contributor', organisations: [] };
    return { person, email: null, keeps: [], asked: [], waiting: [], sessions: 1 };
  },
}));
vi.mock('./line.svelte.ts', () => ({ line: { lost: () => {}, whenBack: () => {} } }));
vi.mock('./view-state.svelte.ts', () => ({ view: {} }));

/** Runes as plain values: what is derived is not looked at here. */
const plain = <T>(value: T): T => value;
vi.stubGlobal('$state', Object.assign(plain, { raw: plain }));
vi.stubGlobal('$derived', plain);

type Account = typeof import('./account.svelte.ts')['account'];
async function tab(): Promise<Account> {
  vi.resetModules();
  const { account } = await import('./account.svelte.ts');
  account.follow();
  await account.askAnew();
  return account;
}
let shelf: Shelf;
let tabs: { onmessage?: (event: { data: unknown }) => void }[];
beforeEach(() => {
  Object.assign(kith, { reached: true, person: 'amina' });
  shelf = pageShelf();
  tabs = [];
  vi.stubGlobal('localStorage', shelf);
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      onmessage?: (event: { data: unknown }) => void;
      constructor() {
        tabs.push(this);
      }
      postMessage(data: unknown): void {
        for (const each of tabs) if (each !== this) each.onmessage?.({ data });
      }
    },
  );
});
const kept = () => ['kith-me', 'kith-signed-in'].map((key) => shelf.getItem(key) !== null);

it('who signs out is gone from the device at once, in every tab, also where the line goes right after', async () => {
  const [other, here] = [await tab(), await tab()];
  expect([kept(), here.me?.person.id]).toEqual([[true, true], 'amina']);
  kith.reached = false;
  await here.left();
  expect([kept(), here.me, other.me, here.known]).toEqual([[false, false], null, null, true]);
});

it('what is remembered stays where only the line goes', async () => {
  const here = await tab();
  kith.reached = false;
  await here.askAnew();
  expect([kept(), here.me?.person.id]).toEqual([[true, true], 'amina']);
});
