import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listReports } from '../report-store.ts';
import { OTHER_PLACE, PLACE, placeClaims, say, temporaryStore } from '../temporary-store.ts';

const MIGRATION = fileURLToPath(new URL('../../db/migrations/0009_reports-wait.sql', import.meta.url));
const OLD_TABLE = `create table problem_report (id integer primary key autoincrement not null,
  reference text not null, place_id text not null, reason text not null, detail text, at text not null,
  change_id integer not null references change(id))`;

let store: Awaited<ReturnType<typeof temporaryStore>>;
beforeAll(async () => {
  store = await temporaryStore();
});
afterAll(() => store.close());

it('brings every report of before into the queue, as it was sent', async () => {
  const { open } = store;
  await say(open, placeClaims(PLACE, 'Old Hall'));
  await open.client.execute(OLD_TABLE);
  const row =
    'insert into problem_report (reference, place_id, reason, detail, at, change_id) values (?, ?, ?, ?, ?, 1)';
  const first = ['K7QX-2MPA', PLACE, 'hours', 'Shut "Fridays"', '2026-11-01T10:00:00.000Z'];
  const second = ['B3CD-9XYZ', OTHER_PLACE, 'closed', null, '2026-11-02T10:00:00.000Z'];
  for (const args of [first, second]) await open.client.execute({ sql: row, args });

  // What it adds to the table is there: the store is up to date.
  const [copy = '', drop = ''] = readFileSync(MIGRATION, 'utf8').split('--> statement-breakpoint');
  for (const statement of [copy, drop]) await open.client.execute(statement);

  expect(await listReports(open.db)).toEqual([
    { reference: first[0], placeId: PLACE, reason: 'hours', detail: 'Shut "Fridays"', at: first[4] },
    { reference: second[0], placeId: OTHER_PLACE, reason: 'closed', detail: null, at: second[4] },
  ]);
  const { rows } = await open.client.execute('select title, summary, state, apart from waiting order by at');
  expect(rows.map((each) => [each.title, each.summary, each.state, each.apart])).toEqual([
    ['Old Hall', 'The times are wrong', 'waiting', 0],
    ['A place that is no longer listed', 'It has closed', 'waiting', 0],
  ]);
  await expect(open.client.execute('select * from problem_report')).rejects.toThrow('no such table');
});
