import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseSetting } from './database-setting.ts';
import { hasTables, migrateDatabase, openDatabase } from './open.ts';
import { claimOf, say, temporaryStore } from './temporary-store.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const each of cleanUp.splice(0).reverse()) each();
});

async function store() {
  const made = await temporaryStore();
  cleanUp.push(made.close);
  return made;
}

const value = async (on: Pick<Client, 'execute'>, sql: string) => (await on.execute(sql)).rows[0]?.[0];

describe('every connection', () => {
  it('waits for others, enforces foreign keys and writes ahead, however many are opened', async () => {
    const { client } = (await store()).open;
    // Each open transaction holds a connection of its own.
    const held = [
      await client.transaction('deferred'),
      await client.transaction('deferred'),
      await client.transaction('deferred'),
    ];
    for (const on of [...held, client]) {
      expect(await value(on, 'pragma busy_timeout')).toBe(5000);
      expect(await value(on, 'pragma foreign_keys')).toBe(1);
      expect(await value(on, 'pragma journal_mode')).toBe('wal');
    }
    for (const each of held) await each.rollback();
    expect(await value(client, 'pragma foreign_keys')).toBe(1);
  });

  it('refuses a claim of a source that is not there, after a transaction too', async () => {
    const { open } = await store();
    await say(open, [claimOf('name', 'A')]);
    await expect(say(open, [claimOf('name', 'B', { source: 'nobody' })])).rejects.toThrow();
    expect(await value(open.client, 'select count(*) from claim')).toBe(1);
    // The failed transaction left no change behind.
    expect(await value(open.client, 'select count(*) from change')).toBe(1);
  });

  it('lets another connection read while one writes', async () => {
    const { open } = await store();
    const writing = await open.client.transaction('write');
    await writing.execute("insert into meta values ('a', '1')");
    expect(await value(open.client, 'select count(*) from meta')).toBe(0);
    await writing.commit();
    expect(await value(open.client, 'select count(*) from meta')).toBe(1);
  });
});

describe('the log', () => {
  it('takes no change and no removal', async () => {
    const { open } = await store();
    await say(open, [claimOf('name', 'A')]);
    for (const sql of [
      'update claim set value = \'"B"\'',
      'delete from claim',
      "update change set summary = 'x'",
      'delete from change',
    ]) {
      await expect(open.client.execute(sql)).rejects.toThrow(/never/);
    }
    expect(await value(open.client, 'select value from claim')).toBe('"A"');
  });

  it('takes no value that does not fit its field', async () => {
    const { open } = await store();
    await expect(say(open, [claimOf('name', '' as string)])).rejects.toThrow();
    await expect(
      say(open, [{ ...claimOf('name', null), field: 'yearClosed', value: 'soon' }]),
    ).rejects.toThrow();
    expect(await value(open.client, 'select count(*) from claim')).toBe(0);
  });
});

describe('opening', () => {
  it('makes the folder, takes awkward names, and knows whether there are tables', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith open #1 %41 '));
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    const setting = databaseSetting({ KITH_DB: 'new/my kith?.db' }, folder);
    const open = await openDatabase(setting);
    cleanUp.push(() => open.close());
    expect(await hasTables(open.db)).toBe(false);
    await migrateDatabase(open);
    await migrateDatabase(open);
    expect(await hasTables(open.db)).toBe(true);
  });

  it('makes the tables once when two begin to make them at the same moment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-open-'));
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    const setting = databaseSetting({ KITH_DB: 'kith.db' }, folder);
    const both = [await openDatabase(setting), await openDatabase(setting)];
    for (const open of both) cleanUp.push(() => open.close());
    await Promise.all(both.map((each) => migrateDatabase(each)));
    for (const open of both) expect(await hasTables(open.db)).toBe(true);
  });

  it('does not take tables that cannot be made for tables that are there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-open-'));
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    const open = await openDatabase(databaseSetting({ KITH_DB: 'kith.db' }, folder));
    cleanUp.push(() => open.close());
    await open.client.execute('create table meta (other text)');
    await expect(migrateDatabase(open)).rejects.toThrow();
  });

  it('works in memory, transactions and all', async () => {
    const open = await openDatabase(databaseSetting({ KITH_DB: ':memory:' }, '/'));
    cleanUp.push(() => open.close());
    await migrateDatabase(open);
    await open.db.transaction(async (tx) => {
      expect(await hasTables(tx)).toBe(true);
    });
    expect(await hasTables(open.db)).toBe(true);
  });

  it('says in plain English when the file is no database, or lies where none can be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-open-'));
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'letter.txt'), 'Dear town,\n'.repeat(200));
    for (const KITH_DB of ['letter.txt', 'letter.txt/kith.db']) {
      await expect(openDatabase(databaseSetting({ KITH_DB }, folder))).rejects.toThrow(
        /^The database file .*letter\.txt.* cannot be opened \(.*\)\. Check that the folder can be written to, or set KITH_DB/,
      );
    }
  });
});
