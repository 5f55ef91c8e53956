import { sql } from 'drizzle-orm';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inChunks, insertAll } from './bulk.ts';
import type { OpenDatabase } from './open.ts';
import { temporaryStore } from './temporary-store.ts';

const row = sqliteTable('bulk_row', {
  id: integer('id').primaryKey(),
  words: text('words'),
  figure: real('figure'),
  yes: integer('yes', { mode: 'boolean' }),
  origin: text('origin').notNull().default('here'),
});

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
  await open.db.run(
    sql`create table bulk_row (id integer primary key, words text, figure real, yes integer, origin text not null default 'here')`,
  );
});
afterEach(() => close());

const read = () => open.db.select().from(row).orderBy(row.id);

it('keeps every value as it was, and fills in what is not named', async () => {
  const rows = [
    { id: 1, words: 'O’Brien "quoted" \\ ünï 😀', figure: 0.1, yes: true },
    { id: 2, words: null, figure: null, yes: false },
    { id: 3, words: '007', figure: -3, yes: null },
    { id: 4, words: '', figure: 1 / 3, yes: true },
  ];
  await insertAll(open.db, row, rows);
  expect(await read()).toEqual(rows.map((each) => ({ ...each, origin: 'here' })));
});

it('keeps fractions to the last bit', async () => {
  // A plain decimal in JSON comes out one unit off in about one of 1,500 of these.
  const figures = Array.from({ length: 20_000 }, (_, at) => {
    const wild = Math.sin(at * 12.9898) * 10 ** ((at % 8) - 2);
    return at % 2 === 0 ? wild : Math.round(wild * 1e9) / 1e9;
  });
  await insertAll(
    open.db,
    row,
    figures.map((figure, id) => ({ id, figure })),
  );
  const wrong = (await read()).filter((each) => each.figure !== figures[each.id]);
  expect(wrong).toEqual([]);
});

it('takes none, and more than one statement holds', async () => {
  await insertAll(open.db, row, []);
  expect(await read()).toEqual([]);
  const long = 'x'.repeat(1_000);
  await insertAll(
    open.db,
    row,
    (function* () {
      for (let id = 0; id < 2_000; id++) yield { id, words: long };
    })(),
  );
  expect(await open.db.$count(row)).toBe(2_000);
});

it('chunks keep order and lose nothing', async () => {
  const chunks: number[][] = [];
  for await (const chunk of inChunks([1, 2, 3, 4, 5], 2)) chunks.push(chunk);
  expect(chunks).toEqual([[1, 2], [3, 4], [5]]);
});
