import { startKeeping } from '@kith/api/store/keep/keeper-store';
import { createStores } from '@kith/api/store/stores';
import type { Person } from '@kith/core/keep/roles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOf, type KithApp } from '../contract/kith-app.ts';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { bringing } from './bringing.ts';

const STEWARD: Person = { id: 'steward-1', role: 'steward', organisations: [] };
const ANCHOR: Person = {
  id: 'anchor-1',
  role: 'anchor',
  organisations: [{ id: 'org-1', name: 'Enderby Anchor' }],
};

let kith: TemporaryKith;
let person: Person = STEWARD;
let today = '2026-11-23T10:00:00Z';
let app: KithApp;
let enderby = '';
const sheets = () => bringing(app);
beforeAll(async () => {
  kith = await starterKith();
  for (const { id, role } of [STEWARD, ANCHOR]) {
    await kith.open.client.execute({
      sql: `insert into user (id, name, email, email_verified, created_at, updated_at, given_role) values (?, '', ?, 1, 0, 0, ?)`,
      args: [id ?? '', `${id}@example.org`, role === 'steward' ? role : null],
    });
  }
  await kith.open.client.execute({
    sql: `insert into organisation (id, name, at) values ('org-1', 'Enderby Anchor', ?)`,
    args: [today],
  });
  app = appOf(kith, { person: async () => person, now: () => new Date(today) });
  enderby = (await placeNamed('Enderby')).id;
  await startKeeping(kith.open.db, enderby, 'org-1', 1, '2026-01-01T00:00:00Z');
});
afterAll(() => kith.close());

async function placeNamed(name: string) {
  const answer = await app.get(`/api/places?patch=leicestershire&kind=library&q=${name}&limit=1`);
  const { features } = (await answer.json()) as { features: { id: string }[] };
  return features[0] ?? { id: '' };
}
const placeNow = async () =>
  (await (await app.get(`/api/places/${enderby}`)).json()) as Record<string, unknown>;
const edit = (field: string, was: unknown, value: unknown) =>
  app.send(`/api/places/${enderby}/edits`, { key: crypto.randomUUID(), changes: [{ field, was, value }] });

const HEADER = 'Library name,Type,Postcode,Telephone,Who is it for,Last checked\n';
const row = (phone: string, whom: string, day: string) =>
  `${HEADER}Enderby,Library,LE19 4PG,${phone},${whom},${day}\nNowhere,Library,,,,\n`;

it('keeps what somebody else said later until a steward decides, and lets the rest in', async () => {
  today = '2026-10-01T10:00:00Z';
  person = STEWARD;
  const said = await edit('phone', (await placeNow()).phone ?? null, '0116 496 0100');
  expect(said.status).toBeLessThan(300);

  person = ANCHOR;
  today = '2026-11-23T10:00:00Z';
  const brought = await sheets().bring(row('0116 496 0200', 'Everyone', '01/09/2026'));
  const dry = await sheets().dryRun(brought.id);
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
  expect(await sheets().run(brought.id)).toMatchObject({ changed: 1, waiting: 1 });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0100', forWhom: 'Everyone' });

  person = STEWARD;
  const { waiting } = (await (await app.get('/api/waiting?kind=conflict')).json()) as {
    waiting: { id: string; reasons: string[] }[];
  };
  expect(waiting).toHaveLength(1);
  expect(waiting[0]?.reasons.join()).toContain('Phone: a steward said otherwise on 2026-10-01');
  const detail = await (await app.get(`/api/waiting/${waiting[0]?.id}`)).json();
  expect(detail).toMatchObject({
    kind: 'conflict',
    rows: [{ field: 'phone', before: '0116 496 0100', after: '0116 496 0200' }],
  });
  await app.send('/api/waiting/decisions', { ids: [waiting[0]?.id], decision: 'accept' });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0200' });
});

it('lets in what is newer than what anybody said, and what the same organisation said before', async () => {
  person = STEWARD;
  today = '2026-11-01T10:00:00Z';
  await edit('notes', (await placeNow()).notes ?? null, 'By the church.');
  person = ANCHOR;
  today = '2026-11-24T10:00:00Z';
  const text = (notes: string) =>
    `Library name,Type,Postcode,Notes,Last checked\nEnderby,Library,LE19 4PG,${notes},20/11/2026\nNone,Library,,,\n`;
  const newer = await sheets().bring(text('By the green.'));
  expect((await sheets().dryRun(newer.id)).counts).toMatchObject({ changed: 1, conflicts: 0 });
  expect(await sheets().run(newer.id)).toMatchObject({ changed: 1, waiting: 0 });
  const undated = await sheets().bring(text('By the pond.').replace('20/11/2026', ''));
  expect((await sheets().dryRun(undated.id)).counts).toMatchObject({ changed: 1, conflicts: 0 });
});

it('does not put back what somebody took away since', async () => {
  person = STEWARD;
  today = '2026-11-24T11:00:00Z';
  const gone = await edit('phone', (await placeNow()).phone, null);
  expect(gone.status).toBeLessThan(300);
  person = ANCHOR;
  const brought = await sheets().bring(row('0116 496 0200', 'Everyone', ''));
  expect((await sheets().dryRun(brought.id)).counts).toMatchObject({ conflicts: 1 });
});

it('takes back with an import what still waits of it, and only that', async () => {
  person = ANCHOR;
  const brought = await sheets().bring(
    `Name,Type,Postcode\nFoxglove Hall,Village hall,LE19 4AA\nBetony Hall,Village hall,LE9 9LB\n`,
  );
  expect(await sheets().run(brought.id)).toMatchObject({ added: 0, waiting: 2 });
  const { rows } = await kith.open.client.execute("select id, title from waiting where kind = 'new-place'");
  const foxglove = rows.find(({ title }) => title === 'Foxglove Hall')?.id;
  person = STEWARD;
  await app.send('/api/waiting/decisions', { ids: [foxglove], decision: 'accept' });
  person = ANCHOR;
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
  person = STEWARD;
  const old = await sheets().bring(row('0116 496 0300', 'Everyone', ''));
  today = '2026-12-23T10:00:00Z';
  const late = await sheets().bring(row('0116 496 0300', 'Everyone', ''));
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
