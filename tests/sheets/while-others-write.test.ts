import { createStores } from '@kith/api/store/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
});
afterAll(() => given.kith.close());

it('imports a file while a place is edited: both go in', async () => {
  const { asks, edit, placeNow, sheets } = given;
  asks.person = STEWARD;
  const lines = Array.from({ length: 600 }, (_, at) => `Hall ${at} of ${at * 7},Village hall,LE19 4PG`);
  const { id } = await sheets.bring(['Name,Type,Postcode', ...lines].join('\n'));
  const running = sheets.run(id);
  let done = false;
  void running.finally(() => {
    done = true;
  });
  const said: string[] = [];
  while (!done && said.length < 12) {
    said.push(`Note ${said.length}`);
    await edit('notes', said.at(-1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { added, same } = await running;
  expect((added ?? 0) + (same ?? 0)).toBeGreaterThan(0);
  expect(said.length).toBeGreaterThan(1);
  expect(await placeNow()).toMatchObject({ notes: said.at(-1) });
});

it('plans anew outside the transaction where something was written meanwhile', async () => {
  const { asks, edit, enderby, kith, placeNow, sheets } = given;
  asks.person = OF_ALPHA;
  const { id } = await sheets.bring(given.phoneList('0116 496 0301'));
  asks.person = STEWARD;
  const stores = createStores(kith.open.db).sheets;
  const running = stores.run(OF_ALPHA, id, asks.at);
  await edit('phone', '0116 496 0302');
  expect(await running).toMatchObject({ changed: 0, waiting: 1 });
  expect(await placeNow()).toMatchObject({ id: enderby, phone: '0116 496 0302' });
});

it('keeps two cells that are put right at once', async () => {
  const { app, asks, kith, sheets } = given;
  asks.person = STEWARD;
  const { id } = await sheets.bring(
    'Name,Type,Postcode\nFoxglove Hall,Village hall,LE19 4AA\nBetony Hall,Village hall,LE9 9LB\n',
  );
  const mend = (row: number, value: string) =>
    app.request(`/api/imports/${id}/cells`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ row, column: 1, value }),
    });
  const both = await Promise.all([mend(2, 'Sorrel Hall'), mend(3, 'Tansy Hall')]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const { rows } = await kith.open.client.execute({
    sql: 'select cells from sheet_import where id = ?',
    args: [id],
  });
  expect(rows[0]?.[0]).toContain('Sorrel Hall');
  expect(rows[0]?.[0]).toContain('Tansy Hall');
});
