import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from './open.ts';
import { temporaryStore } from './temporary-store.ts';

let made: Awaited<ReturnType<typeof temporaryStore>>;
let open: OpenDatabase;
let other: OpenDatabase;
beforeEach(async () => {
  made = await temporaryStore();
  open = await openDatabase(made.open.setting, 50);
  // As another process would: it knows nothing of the other's turns.
  other = await openDatabase(made.open.setting, 50);
});
afterEach(() => {
  open.close();
  other.close();
  made.close();
});

const keys = async () =>
  (await made.open.client.execute('select key from meta order by rowid')).rows.map((row) => row[0]);
const sqlOf = (key: string) => `insert into meta values ('${key}', '')`;

describe('writes of one process', () => {
  it('wait for each other, in order, while everything else goes on', async () => {
    const first = await open.client.transaction();
    const ended: string[] = [];
    const others = [
      open.client.execute(sqlOf('b')).then(() => ended.push('b')),
      open.client.batch([sqlOf('c')]).then(() => ended.push('c')),
      open.db.transaction(async (tx) => void (await tx.run(sqlOf('d')))).then(() => ended.push('d')),
    ];
    // Three times as long as a connection waits before it gives up.
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ended).toEqual([]);
    const led = '\n  with m as (select key from meta) select count(*) from m';
    for (const sql of ['select count(*) from meta', led]) {
      expect((await open.client.execute(sql)).rows[0]?.[0]).toBe(0);
    }
    await first.execute(sqlOf('a'));
    await first.commit();
    await Promise.all(others);
    expect(await keys()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after one that failed', async () => {
    const failed = open.db.transaction(async () => Promise.reject(new Error('no')));
    const next = open.client.execute(sqlOf('next'));
    await expect(failed).rejects.toThrow('no');
    await next;
    expect(await keys()).toEqual(['next']);
  });

  it('are refused beside the transaction that would wait for them, and not after it', async () => {
    let after: Promise<unknown> = Promise.resolve();
    await open.db.transaction(async () => {
      await expect(open.db.transaction(async () => undefined)).rejects.toThrow(/use the transaction/);
      await expect(open.client.execute(sqlOf('beside'))).rejects.toThrow(/use the transaction/);
      await open.client.execute('select 1');
      after = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
        open.client.execute(sqlOf('after')),
      );
    });
    await after;
    expect(await keys()).toEqual(['after']);
  });
});

describe('a writer of another process', () => {
  it('is given up on, and the next write is kept whole', async () => {
    for (const write of [
      () => open.client.execute(sqlOf('x')),
      () => open.client.transaction(),
      () => open.client.batch([sqlOf('x')], 'write'),
    ]) {
      const writing = await other.client.transaction();
      await expect(write()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
      await writing.rollback();
      await open.db.transaction(async (tx) => void (await tx.run(sqlOf(`kept ${await count(open)}`))));
    }
    expect(await keys()).toEqual(['kept 0', 'kept 1', 'kept 2']);
  });

  it('costs nobody who reads their connection', async () => {
    const writing = await other.client.transaction();
    const reading = await open.client.transaction('deferred');
    await reading.execute('select count(*) from meta');
    const refused = open.client.transaction();
    const reads = Array.from({ length: 10 }, () => count(open));
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(await Promise.all(reads)).toEqual(Array(10).fill(0));
    expect((await reading.execute('select count(*) from meta')).rows[0]?.[0]).toBe(0);
    await reading.commit();
    await writing.rollback();
    await open.client.execute(sqlOf('kept'));
    await open.db.transaction(async (tx) => void (await tx.run(sqlOf('kept too'))));
    expect(await keys()).toEqual(['kept', 'kept too']);
  });
});

const count = async ({ client }: OpenDatabase) =>
  Number((await client.execute('select count(*) from meta')).rows[0]?.[0]);
