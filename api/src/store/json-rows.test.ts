import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { source } from '../db/schema.ts';
import { jsonRows } from './json-rows.ts';
import { temporaryStore } from './temporary-store.ts';

it('keeps the order, nulls, quotes and letters of every row', async () => {
  const { open, close } = await temporaryStore();
  try {
    await open.client.execute(
      "update source set title = 'A \"quoted\" list, in Môn', sha256 = 'x' where id = 'other'",
    );
    const rows = await jsonRows(
      open.db,
      [source.id, source.title, source.sha256, source.priority],
      sql`select * from ${source} order by ${source.priority} desc`,
    );
    expect(rows).toEqual([
      ['other', 'A "quoted" list, in Môn', 'x', 1],
      ['trusted', 'The trusted list', null, 0],
    ]);
    expect(await jsonRows(open.db, [source.id], sql`select * from ${source} where false`)).toEqual([]);
  } finally {
    close();
  }
});
