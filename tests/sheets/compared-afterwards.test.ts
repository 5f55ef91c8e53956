import { compareEarlier } from '@kith/api/store/keep/compare-earlier';
import { createStores } from '@kith/api/store/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enderbyKith, OF_ALPHA } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
  given.asks.person = OF_ALPHA;
});
afterAll(() => given.kith.close());

const ROWS = 8;
/** Rooms of one name on one spot, each like the others. */
async function bring(town: string) {
  const rows = Array.from({ length: ROWS }, (_, at) => `${town} Rooms ${at},Club,LE18 1PA`);
  return given.sheets.bring(['Name,Type,Postcode', ...rows].join('\n'));
}
async function count(table: 'waiting' | 'waiting_spot' | 'waiting_alike'): Promise<number> {
  const { rows } = await given.kith.open.client.execute(`select count(*) from ${table}`);
  return Number(rows[0]?.[0]);
}

it('compares nothing while a file goes in, and all of it after a server that was stopped is started', async () => {
  const { asks, kith } = given;
  const { id } = await bring('Teasel');
  expect(await createStores(kith.open.db).sheets.run(OF_ALPHA, id, asks.at)).toMatchObject({ waiting: ROWS });
  expect([await count('waiting'), await count('waiting_spot')]).toEqual([ROWS, 0]);
  expect(await compareEarlier(kith.open.db)).toBe(ROWS);
  expect(await count('waiting_alike')).toBeGreaterThan(0);
});

it('compares what a file sent on once it is in, and its sender does not wait for that', async () => {
  const { app, sheets } = given;
  const { id } = await bring('Sorrel');
  const before = await count('waiting_spot');
  expect(await sheets.run(id)).toMatchObject({ waiting: ROWS });
  expect(await count('waiting_spot')).toBeLessThan(before + ROWS);
  await expect.poll(() => count('waiting_spot')).toBe(before + ROWS);
  expect(app.heard.failures).toEqual([]);
});
