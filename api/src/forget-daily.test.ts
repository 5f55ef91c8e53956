import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetDaily } from './forget-daily.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('forgets at once and every hour, and goes on where one of them fails', async () => {
  const asked: string[] = [];
  const failed = vi.fn();
  const stores = {
    waiting: {
      forgetOldSenders: async (today: string) => {
        asked.push(`senders ${today}`);
        throw new Error('busy');
      },
    },
    sheets: { forgetOld: async (at: string) => void asked.push(`sheets ${at}`) },
    photos: { forgetTurnedDown: async (at: string) => void asked.push(`photos ${at}`) },
    removals: { overwrite: async () => void asked.push('file') },
  };
  const end = forgetDaily(stores, failed, () => new Date('2026-11-23T10:00:00Z'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([
    'senders 2026-11-23',
    'sheets 2026-11-23T10:00:00.000Z',
    'photos 2026-11-23T10:00:00.000Z',
    'file',
  ]);
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
  expect(asked).toHaveLength(8);
  expect(failed).toHaveBeenCalledTimes(2);
  end();
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
  expect(asked).toHaveLength(8);
});
