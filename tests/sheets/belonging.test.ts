import { afterAll, beforeAll, expect, it } from 'vitest';
import { enderbyKith, OF_ALPHA, OF_BETA, OF_BOTH, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith('org-2');
});
afterAll(() => given.kith.close());

async function lastClaim(): Promise<unknown> {
  const { rows } = await given.kith.open.client.execute(
    "select author from claim where field = 'phone' order by id desc limit 1",
  );
  return rows[0]?.author;
}
const listed = async () =>
  ((await (await given.app.get('/api/imports')).json()) as { imports: unknown[] }).imports.length;

it('is hidden from whoever has left its organisation, whatever they belong to now', async () => {
  const { app, asks, sheets, undo } = given;
  asks.person = OF_BETA;
  const { id } = await sheets.bring(given.phoneList('0116 496 0101'));
  await sheets.run(id);
  expect(await listed()).toBe(1);
  for (const left of [
    { ...OF_BETA, organisations: OF_ALPHA.organisations },
    { ...OF_BETA, organisations: [] },
  ]) {
    asks.person = left;
    expect((await app.get(`/api/imports/${id}`)).status).toBe(404);
    expect((await undo(id)).status).toBe(404);
    expect(await listed()).toBe(0);
  }
  asks.person = OF_BETA;
  expect((await undo(id)).status).toBe(200);
});

it('speaks of a place for the organisation that keeps it, of two that somebody belongs to', async () => {
  const { asks, sheets } = given;
  asks.person = OF_BOTH;
  const { id } = await sheets.bring(given.phoneList('0116 496 0102'));
  expect(await sheets.run(id)).toMatchObject({ changed: 1 });
  expect(await lastClaim()).toBe('org:org-2');
});

it('is of the organisation that was chosen, and of no other', async () => {
  const { app, asks, undo } = given;
  const bring = (organisation: string) =>
    app.request(`/api/imports?organisation=${organisation}`, {
      method: 'POST',
      body: given.phoneList('0116 496 0103'),
    });
  asks.person = OF_BOTH;
  const brought = await bring('org-2');
  expect(brought.status).toBe(201);
  const { id } = (await brought.json()) as { id: string };
  asks.person = OF_ALPHA;
  expect((await app.get(`/api/imports/${id}`)).status).toBe(404);
  expect((await bring('org-2')).status).toBe(403);
  asks.person = OF_BETA;
  expect((await app.get(`/api/imports/${id}`)).status).toBe(200);
  expect(await given.sheets.run(id)).toMatchObject({ changed: 1 });
  asks.person = OF_BOTH;
  expect((await undo(id)).status).toBe(200);
  const { rows } = await given.kith.open.client.execute(
    "select author from change where summary like 'Took back%' order by id desc limit 1",
  );
  expect(rows[0]?.author).toBe('org:org-2');
});

it('is imported and taken back by a steward in their own name, and stays of its organisation', async () => {
  const { app, asks, sheets, undo } = given;
  asks.person = OF_BETA;
  const { id } = await sheets.bring(given.phoneList('0116 496 0104'));
  asks.person = STEWARD;
  await sheets.run(id);
  expect(await lastClaim()).toBe('person:steward-1');
  expect((await undo(id)).status).toBe(200);
  asks.person = OF_BETA;
  expect((await app.get(`/api/imports/${id}`)).status).toBe(200);
});

it('is said in the list to be whose it is, never by an address', async () => {
  const { app, asks, sheets } = given;
  const first = async () =>
    ((await (await app.get('/api/imports')).json()) as { imports: Record<string, unknown>[] }).imports[0];
  asks.at = '2026-11-24T10:00:00.000Z';
  asks.person = OF_BETA;
  await sheets.bring(given.phoneList('0116 496 0105'));
  expect(await first()).toMatchObject({ by: 'Beta', own: false });
  asks.person = STEWARD;
  expect(await first()).toMatchObject({ by: 'Beta', own: false });
  asks.at = '2026-11-24T11:00:00.000Z';
  await sheets.bring(given.phoneList('0116 496 0106'));
  expect(await first()).toMatchObject({ by: 'a steward', own: true });
  asks.person = { ...STEWARD, id: 'steward-2' };
  expect(await first()).toMatchObject({ by: 'a steward', own: false });
  asks.person = { ...OF_ALPHA, organisations: [] };
  asks.at = '2026-11-24T12:00:00.000Z';
  await sheets.bring(given.phoneList('0116 496 0107'));
  asks.person = STEWARD;
  expect(await first()).toMatchObject({ by: 'someone who signed in', own: false });
  expect(await (await app.get('/api/imports')).text()).not.toContain('@');
});
