import type { Decision } from '@kith/core/keep/queue';
import { beforeEach, expect, it, vi } from 'vitest';

/** Which one is open, what was asked of the server about it, and what a decision comes to. */
const board = vi.hoisted(() => ({
  now: { item: 'a' as string | null },
  asked: [] as string[],
  outcome: 'accepted',
}));
vi.mock('../../state/view-state.svelte.ts', () => ({
  view: {
    get now() {
      return board.now;
    },
    go: ({ item }: { item: string | null }) => {
      board.now = { item };
    },
  },
}));
vi.mock('../../data/steward-questions.ts', () => ({
  MOST_AT_ONCE: 100,
  askWaiting: async () => ({ waiting: [], next: null }),
  askWaitingCounts: async () => ({ total: 0, byKind: {}, apart: 0 }),
  askWaitingOne: async (id: string) => {
    board.asked.push(id);
    return { id };
  },
  sendDecision: async ({ ids }: Decision) =>
    ids.map((id) => ({ id, outcome: board.outcome, message: 'No.' })),
  sendMergeUndo: async () => undefined,
}));

/** Runes as plain values: what is derived is not looked at here. */
const plain = <T>(value: T): T => value;
vi.stubGlobal('$state', Object.assign(plain, { raw: plain }));
vi.stubGlobal('$derived', Object.assign(plain, { by: <T>(work: () => T): T => work() }));

async function opened() {
  const { Queue } = await import('./queue.svelte.ts');
  return new Queue();
}
beforeEach(() => Object.assign(board, { now: { item: 'a' }, asked: [], outcome: 'accepted' }));

it('asks anew for the one that is open once a merge is undone: it may be of one of the two', async () => {
  const queue = await opened();
  expect(await queue.undoMerge('one', 'The Hall')).toBe(true);
  expect(board.asked).toEqual(['a']);
});

it('reads out what came of a decision above the next one, and nothing of it above one opened by hand', async () => {
  board.outcome = 'refused';
  const queue = await opened();
  await queue.decide({ ids: ['a'], decision: 'accept', note: null });
  expect(queue.trouble).toEqual(['One: No.']);
  queue.open('b', { step: true });
  expect([queue.said, queue.trouble, queue.merged]).toEqual(['', [], null]);

  board.now = { item: 'a' };
  board.outcome = 'accepted';
  const other = await opened();
  await other.decide({ ids: ['twins:one:two'], decision: 'accept', note: null });
  expect([other.said, other.merged?.from]).toEqual(['Merged: One.', 'one']);
  // The same one once more is nothing new.
  other.open(other.at, { step: true });
  expect(other.said).toBe('Merged: One.');
  // In another list the merge can still be undone.
  other.show({ tab: 'done' });
  expect(other.merged?.from).toBe('one');
  other.open('b', { step: true });
  expect([other.said, other.merged]).toEqual(['', null]);
});
