import type { Person } from '@kith/core/keep/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, codeOf, type KithApp } from '../contract/kith-app.ts';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';

const STEWARD: Person = { id: 'steward-1', role: 'steward', organisations: [] };
const ANCHOR: Person = {
  id: 'anchor-1',
  role: 'anchor',
  organisations: [{ id: 'org-1', name: 'Enderby Anchor' }],
};
const OTHER: Person = {
  id: 'anchor-2',
  role: 'anchor',
  organisations: [{ id: 'org-2', name: 'Oadby Anchor' }],
};

const CSV = `Venue name,Type,Address,Postcode,Opening times,Telephone
Foxglove Hall,Village hall,"Mill Lane, Enderby",LE194AA,"Tues 10-12, not 2nd wk",0116 496 0001
Enderby Library,Library,Townsend Road,LE19 4PG,Mon-Fri 9-5,0116 496 0002
Nowhere Hall,Village hall,,,Mon 10-12,
`;

let kith: TemporaryKith;
let person: Person = STEWARD;
let app: KithApp;
beforeAll(async () => {
  kith = await starterKith();
  const at = '2026-11-23T10:00:00Z';
  for (const { id, organisations } of [STEWARD, ANCHOR, OTHER]) {
    await kith.open.client.execute({
      sql: `insert into user (id, name, email, email_verified, created_at, updated_at) values (?, '', ?, 1, 0, 0)`,
      args: [id ?? '', `${id}@example.org`],
    });
    for (const each of organisations) {
      await kith.open.client.execute({
        sql: 'insert into organisation (id, name, at) values (?, ?, ?)',
        args: [each.id, each.name, at],
      });
    }
  }
  app = appOf(kith, { person: async () => person, now: () => new Date(at) });
});
afterAll(() => kith.close());

const bring = (text: string, name = 'places.csv') =>
  app.request(`/api/imports?fileName=${name}`, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'text/csv' },
  });
const put = (path: string, method: string, body: unknown) =>
  app.request(path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
async function read<T = Record<string, never>>(answer: Response, status = 200): Promise<T> {
  if (answer.status !== status) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
interface Brought {
  id: string;
  remembered: boolean;
  mapping: { columns: string[]; same: Record<string, string> };
}
interface Dry {
  counts: Record<string, number>;
  first: Record<string, { name: string; placeId: string | null; openingHours: string | null }[]>;
  asks: { row: number; candidates: { placeId: string }[] }[];
  problems: { row: number; column: number | null; weight: string; todo: string }[];
}
const places = async (words: string) => {
  const found = await app.get(`/api/search?q=${encodeURIComponent(words)}`);
  return JSON.stringify(await found.json());
};

describe('a spreadsheet that a steward brings', () => {
  it('is understood, tried, imported as one change, and taken back as one', async () => {
    person = STEWARD;
    const brought = await read<Brought>(await bring(CSV), 201);
    expect(brought.mapping.columns).toEqual(['name', 'kind', 'address', 'postcode', 'when', 'phone']);
    expect(brought.remembered).toBe(false);
    const dry = await read<Dry>(await app.get(`/api/imports/${brought.id}/dry-run`));
    expect(dry.counts).toMatchObject({ rows: 3, new: 1, ask: 0, leftOut: 1 });
    expect(dry.first.new?.[0]).toMatchObject({
      name: 'Foxglove Hall',
      openingHours: 'Tu[1,3,4,5] 10:00-12:00',
    });
    expect(dry.problems).toMatchObject([
      { row: 2, column: 4, weight: 'note', problem: expect.stringContaining('in the middle of LE19 4') },
      { row: 4, column: 4, weight: 'out' },
    ]);
    const changesBefore = await countOf('change');
    const done = await read<{ counts: unknown; state: string }>(
      await put(`/api/imports/${brought.id}/run`, 'POST', {}),
    );
    expect(done).toMatchObject({
      state: 'imported',
      counts: { added: 1, changed: 1, leftOut: 1, waiting: 0 },
    });
    expect(await countOf('change')).toBe(changesBefore + 1);
    expect(await places('Foxglove Hall')).toContain('Foxglove Hall');
    expect(await cellsLeft(brought.id)).toBe('[]');

    const again = await read<Brought>(await bring(CSV), 201);
    expect(again.remembered).toBe(true);
    const dryAgain = await read<Dry>(await app.get(`/api/imports/${again.id}/dry-run`));
    expect(dryAgain.counts).toMatchObject({ new: 0, changed: 0, same: 2 });

    await read(await put(`/api/imports/${brought.id}/undo`, 'POST', {}));
    expect(await places('Foxglove Hall')).not.toContain('Foxglove Hall');
    expect(await countOf('change')).toBe(changesBefore + 2);
    expect((await put(`/api/imports/${brought.id}/undo`, 'POST', {})).status).toBe(409);
  });

  it('is put right cell by cell', async () => {
    const brought = await read<Brought>(await bring(CSV), 201);
    await read(
      await put(`/api/imports/${brought.id}/cells`, 'PATCH', { row: 4, column: 4, value: 'LE9 9LB' }),
    );
    const dry = await read<Dry>(await app.get(`/api/imports/${brought.id}/dry-run`));
    expect(dry.counts).toMatchObject({ new: 2, leftOut: 0 });
  });
});

/** The same, with its keys the other way round, those of what is in it too, and its changes. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, turnedRound(each)])
      .reverse(),
  );
}

describe('a spreadsheet that an organisation brings', () => {
  it('goes to the stewards where it says anything of what it does not keep, and nobody else sees it', async () => {
    person = ANCHOR;
    const brought = await read<Brought>(await bring(CSV), 201);
    const waitingBefore = await countOf('waiting');
    const done = await read(await put(`/api/imports/${brought.id}/run`, 'POST', {}));
    expect(done).toMatchObject({ counts: { added: 0, changed: 0, waiting: 2 } });
    expect(await countOf('waiting')).toBe(waitingBefore + 2);
    expect(await places('Foxglove Hall')).not.toContain('Foxglove Hall');
    // The same file once more: what waits of it is not sent twice, in whatever order it was written down then.
    for (const { id, body } of (await kith.open.client.execute('select id, body from waiting')).rows) {
      const turned = JSON.stringify(turnedRound(JSON.parse(String(body))));
      expect(turned).not.toBe(body);
      await kith.open.client.execute({
        sql: 'update waiting set body = ? where id = ?',
        args: [turned, String(id)],
      });
    }
    const again = await read<Brought>(await bring(CSV, 'again.csv'), 201);
    const dry = await read<Dry>(await app.get(`/api/imports/${again.id}/dry-run`));
    expect(dry.counts).toMatchObject({ new: 0, changed: 0, waiting: 0, sentBefore: 2 });
    expect(dry.problems).toContainEqual(expect.objectContaining({ row: 2, sentBefore: true }));
    expect((await put(`/api/imports/${again.id}/run`, 'POST', {})).status).toBe(422);
    expect(await countOf('waiting')).toBe(waitingBefore + 2);
    person = OTHER;
    for (const path of ['', '/dry-run'])
      expect((await app.get(`/api/imports/${brought.id}${path}`)).status).toBe(404);
    expect((await put(`/api/imports/${brought.id}/undo`, 'POST', {})).status).toBe(404);
    expect(await read(await app.get('/api/imports'))).toEqual({ imports: [] });
    person = STEWARD;
  });
});

it('a closed place that an organisation tells of is listed as closed, in its year, as of the day it was checked', async () => {
  person = ANCHOR;
  const csv = [
    'Name,Type,Postcode,Status,Year closed,Last checked',
    'Former Fennel Hall,Village hall,LE9 9LB,Closed,2019,2026-10-01',
  ].join('\n');
  const brought = await read<Brought>(await bring(csv), 201);
  await read(await put(`/api/imports/${brought.id}/run`, 'POST', {}));
  person = STEWARD;
  const { waiting } = await read<{ waiting: { id: string; title: string }[] }>(
    await app.get('/api/waiting?kind=new-place'),
  );
  const { id } = waiting.find(({ title }) => title === 'Former Fennel Hall') ?? { id: '' };
  const detail = await read<{ reasons: string[]; rows: { field: string; after: unknown }[] }>(
    await app.get(`/api/waiting/${id}`),
  );
  expect(detail.reasons.join('. ')).toContain('closed in 2019');
  expect(detail.rows).toContainEqual(expect.objectContaining({ field: 'status', after: 'closed' }));
  const { decided } = await read<{ decided: { outcome: string }[] }>(
    await put('/api/waiting/decisions', 'POST', { ids: [id], decision: 'accept' }),
  );
  expect(decided[0]?.outcome).toBe('accepted');
  const { rows } = await kith.open.client.execute(
    `select status, year_closed, checked_on from place where name = 'Former Fennel Hall'`,
  );
  expect(rows.map((row) => [row.status, row.year_closed, row.checked_on])).toEqual([
    ['closed', 2019, '2026-10-01'],
  ]);
});

describe('files that are none', () => {
  it.each([
    ['an empty file', 422, 'empty', ''],
    ['a file of words', 422, 'not-a-sheet', 'just words'],
    ['a PDF', 422, 'not-a-sheet', '%PDF-1.7 x'],
    ['a file of more than 5 MB', 413, 'too-large', 'x'.repeat(5 * 1024 * 1024 + 1)],
    ['a list of more than 20,000 rows', 422, 'too-many-rows', `a,b\n${'1,2\n'.repeat(20_001)}`],
  ])('%s is refused: %i %s', async (_, status, code, body) => {
    const answer = await bring(body);
    expect(answer.status).toBe(status);
    expect(await codeOf(answer)).toBe(code);
  });
});

async function countOf(table: string): Promise<number> {
  const { rows } = await kith.open.client.execute(`select count(*) from ${table}`);
  return Number(rows[0]?.[0]);
}
async function cellsLeft(id: string): Promise<unknown> {
  const { rows } = await kith.open.client.execute({
    sql: 'select cells from sheet_import where id = ?',
    args: [id],
  });
  return rows[0]?.[0];
}
