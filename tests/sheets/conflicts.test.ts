import { createStores } from '@kith/api/store/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
});
afterAll(() => given.kith.close());

const HEADER = 'Library name,Type,Postcode,Telephone,Who is it for,Last checked\n';
const row = (phone: string, whom: string, day: string) =>
  `${HEADER}Enderby,Library,LE19 4PG,${phone},${whom},${day}\nNowhere,Library,,,,\n`;

it('keeps what somebody else said later until a steward decides, and lets the rest in', async () => {
  const { app, asks, edit, placeNow, sheets } = given;
  asks.at = '2026-10-01T10:00:00.000Z';
  asks.person = STEWARD;
  await edit('phone', '0116 496 0100');

  asks.person = OF_ALPHA;
  asks.at = '2026-11-23T10:00:00.000Z';
  const brought = await sheets.bring(row('0116 496 0200', 'Everyone', '01/09/2026'));
  const dry = await sheets.dryRun(brought.id);
  expect(dry.counts).toMatchObject({ changed: 1, conflicts: 1 });
  expect(dry.first.changed[0]?.changes).toEqual([
    expect.objectContaining({ field: 'forWhom', value: 'Everyone' }),
    expect.objectContaining({
      field: 'phone',
      was: '0116 496 0100',
      value: '0116 496 0200',
      later: { by: 'a steward', on: '2026-10-01' },
    }),
  ]);
  expect(await sheets.run(brought.id)).toMatchObject({ changed: 1, waiting: 1 });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0100', forWhom: 'Everyone' });

  asks.person = STEWARD;
  const { waiting } = (await (await app.get('/api/waiting?kind=conflict')).json()) as {
    waiting: { id: string; reasons: string[] }[];
  };
  expect(waiting).toHaveLength(1);
  expect(waiting[0]?.reasons.join()).toContain('Phone: a steward said otherwise on 1 October 2026');
  const detail = await (await app.get(`/api/waiting/${waiting[0]?.id}`)).json();
  expect(detail).toMatchObject({
    kind: 'conflict',
    rows: [{ field: 'phone', before: '0116 496 0100', after: '0116 496 0200' }],
  });
  await app.send('/api/waiting/decisions', { ids: [waiting[0]?.id], decision: 'accept' });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0200' });
});

it('lets in what is newer than what anybody said, and what the same organisation said before', async () => {
  const { asks, edit, sheets } = given;
  asks.person = STEWARD;
  asks.at = '2026-11-01T10:00:00.000Z';
  await edit('notes', 'By the church.');
  asks.person = OF_ALPHA;
  asks.at = '2026-11-24T10:00:00.000Z';
  const text = (notes: string) =>
    `Library name,Type,Postcode,Notes,Last checked\nEnderby,Library,LE19 4PG,${notes},20/11/2026\nNone,Library,,,\n`;
  const newer = await sheets.bring(text('By the green.'));
  expect((await sheets.dryRun(newer.id)).counts).toMatchObject({ changed: 1, conflicts: 0 });
  expect(await sheets.run(newer.id)).toMatchObject({ changed: 1, waiting: 0 });
  const undated = await sheets.bring(text('By the pond.').replace('20/11/2026', ''));
  expect((await sheets.dryRun(undated.id)).counts).toMatchObject({ changed: 1, conflicts: 0 });
});

it('does not put back what somebody took away since', async () => {
  const { asks, edit, sheets } = given;
  asks.person = STEWARD;
  asks.at = '2026-11-24T11:00:00.000Z';
  await edit('phone', null);
  asks.person = OF_ALPHA;
  const brought = await sheets.bring(row('0116 496 0200', 'Everyone', ''));
  expect((await sheets.dryRun(brought.id)).counts).toMatchObject({ conflicts: 1 });
});

it('takes back with an import what still waits of it, and only that', async () => {
  const { app, asks, kith, sheets } = given;
  asks.person = OF_ALPHA;
  const brought = await sheets.bring(
    `Name,Type,Postcode\nFoxglove Hall,Village hall,LE19 4AA\nBetony Hall,Village hall,LE9 9LB\n`,
  );
  expect(await sheets.run(brought.id)).toMatchObject({ added: 0, waiting: 2 });
  const { rows } = await kith.open.client.execute("select id, title from waiting where kind = 'new-place'");
  const foxglove = rows.find(({ title }) => title === 'Foxglove Hall')?.id;
  asks.person = STEWARD;
  await app.send('/api/waiting/decisions', { ids: [foxglove], decision: 'accept' });
  asks.person = OF_ALPHA;
  const undone = await app.send(`/api/imports/${brought.id}/undo`, {});
  expect(await undone.json()).toMatchObject({ state: 'undone' });
  const left = await kith.open.client.execute(
    "select title, state, note from waiting where kind = 'new-place' order by title",
  );
  expect(left.rows.map(({ title, state }) => [title, state])).toEqual([
    ['Betony Hall', 'rejected'],
    ['Foxglove Hall', 'accepted'],
  ]);
  expect(left.rows[0]?.note).toContain('Taken back');
});

it('empties files that are 30 days old, and no others', async () => {
  const { app, asks, kith, sheets } = given;
  asks.person = STEWARD;
  const old = await sheets.bring(row('0116 496 0300', 'Everyone', ''));
  asks.at = '2026-12-23T10:00:00.000Z';
  const late = await sheets.bring(row('0116 496 0300', 'Everyone', ''));
  const cells = async (id: string) =>
    (await kith.open.client.execute({ sql: 'select cells from sheet_import where id = ?', args: [id] }))
      .rows[0]?.[0];
  await kith.open.client.execute({
    sql: 'update sheet_import set at = ? where id = ?',
    args: ['2026-11-24T11:00:00.000Z', old.id],
  });
  await createStores(kith.open.db).sheets.forgetOld('2026-12-24T10:59:59.000Z');
  expect(await cells(old.id)).not.toBe('[]');
  await createStores(kith.open.db).sheets.forgetOld('2026-12-24T11:00:01.000Z');
  expect(await cells(old.id)).toBe('[]');
  expect(await cells(late.id)).not.toBe('[]');
  expect((await app.get(`/api/imports/${old.id}/dry-run`)).status).toBe(409);
});
