import { forgetOldCells } from '@kith/api/store/keep/sheet-store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
});
afterAll(() => given.kith.close());

async function imported(phone: string): Promise<string> {
  const { id } = await given.sheets.bring(given.phoneList(phone));
  expect(await given.sheets.run(id)).toMatchObject({ changed: 1 });
  return id;
}

it('leaves what somebody else said after the import, also on the same day', async () => {
  const { asks, edit, placeNow, undo } = given;
  asks.person = OF_ALPHA;
  asks.at = '2026-11-23T10:00:00.000Z';
  await edit('phone', '0116 496 0001');
  asks.at = '2026-11-23T11:00:00.000Z';
  const id = await imported('0116 496 0002');
  asks.person = STEWARD;
  asks.at = '2026-11-23T12:00:00.000Z';
  await edit('phone', '0116 496 0003');
  asks.person = OF_ALPHA;
  asks.at = '2026-11-23T13:00:00.000Z';
  expect((await undo(id)).status).toBe(200);
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0003' });
});

it('says again what stood before the import, whoever said it', async () => {
  const { asks, edit, placeNow, undo } = given;
  asks.person = OF_ALPHA;
  asks.at = '2026-11-24T10:00:00.000Z';
  await edit('phone', '0116 496 0004');
  const own = await imported('0116 496 0005');
  await undo(own);
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0004' });

  asks.person = STEWARD;
  asks.at = '2026-11-24T12:00:00.000Z';
  await edit('phone', '0116 496 0006');
  asks.person = OF_ALPHA;
  asks.at = '2026-11-25T10:00:00.000Z';
  const { id } = await given.sheets.bring(given.phoneList('0116 496 0007', '25/11/2026'));
  await given.sheets.run(id);
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0007' });
  await undo(id);
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0006' });
});

it('takes an import back once, pressed twice at once', async () => {
  const { asks, kith, undo } = given;
  asks.person = STEWARD;
  asks.at = '2026-11-26T10:00:00.000Z';
  const id = await imported('0116 496 0008');
  const both = await Promise.all([undo(id), undo(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { rows } = await kith.open.client.execute(
    "select count(*) from change where summary like 'Took back%' and at like '2026-11-26%'",
  );
  expect(Number(rows[0]?.[0])).toBe(1);
});

interface Told {
  readonly counts: Record<string, number>;
  readonly leftOut: readonly { readonly row: number; readonly header: string; readonly problem: string }[];
}

it('says after an import which rows were left out and why, for 30 days', async () => {
  const { app, asks, kith, sheets } = given;
  asks.person = STEWARD;
  asks.at = '2026-11-27T10:00:00.000Z';
  const { id } = await sheets.bring(
    'Name,Type,Postcode\nTeasel Hall,Village hall,LE19 4AA\nSedge Hall,Village hall,LE99 9ZZ\nTotal: 2,,\nTeasel Hall,Village hall,LE19 4AA\n',
  );
  const told = async () => (await (await app.get(`/api/imports/${id}`)).json()) as Told;
  expect((await told()).leftOut).toEqual([]);
  expect(await sheets.run(id)).toMatchObject({ added: 1, leftOut: 3 });
  const { leftOut } = await told();
  expect(leftOut.map(({ row }) => row)).toEqual([3, 4, 5]);
  expect(leftOut[0]).toEqual({
    row: 3,
    header: 'Postcode',
    problem: expect.stringContaining('LE99 9ZZ'),
  });
  await forgetOldCells(kith.open.db, '2026-12-26T10:00:00.000Z');
  expect((await told()).leftOut).toHaveLength(3);
  await forgetOldCells(kith.open.db, '2026-12-28T10:00:00.000Z');
  expect(await told()).toMatchObject({ leftOut: [], counts: { leftOut: 3 } });
});

it('says how much of what waited is withdrawn, without what was decided before', async () => {
  const { app, asks, sheets, undo } = given;
  asks.person = OF_ALPHA;
  asks.at = '2026-11-28T10:00:00.000Z';
  const { id } = await sheets.bring(
    'Name,Type,Postcode\nRush Rooms,Village hall,LE19 4AA\nClover Barn,Village hall,LE9 9LB\nBetony House,Village hall,LE19 4PG\n',
  );
  expect(await sheets.run(id)).toMatchObject({ waiting: 3 });
  asks.person = STEWARD;
  const { waiting } = (await (await app.get('/api/waiting?kind=new-place')).json()) as {
    waiting: { id: string }[];
  };
  await app.send('/api/waiting/decisions', { ids: [waiting[0]?.id], decision: 'reject' });
  asks.person = OF_ALPHA;
  const answer = await undo(id);
  expect(await answer.json()).toMatchObject({ state: 'undone', counts: { waiting: 3, withdrawn: 2 } });
});

it('tells whoever runs Kith which place the last change is about, and none where it is about several', async () => {
  const { app, asks, edit, enderby, placeNow, sheets } = given;
  const last = async () => {
    asks.person = { ...STEWARD, role: 'administrator' };
    return ((await (await app.get('/api/admin/state')).json()) as { lastChange: unknown }).lastChange;
  };
  asks.person = STEWARD;
  asks.at = '2026-11-29T10:00:00.000Z';
  await edit('phone', '0116 496 0009');
  const { name } = await placeNow();
  expect(await last()).toMatchObject({ at: asks.at, place: { id: enderby, name } });
  const { id } = await sheets.bring(
    'Name,Type,Postcode\nMallow Hall,Village hall,LE19 4AA\nYarrow Rooms,Village hall,LE9 9LB\n',
  );
  expect(await sheets.run(id)).toMatchObject({ added: 2 });
  expect(await last()).toMatchObject({ summary: 'Imported places.csv: 2 new, 0 changed', place: null });
});
