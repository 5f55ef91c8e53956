import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase, type OpenDatabase } from '@kith/api/store/open';
import { afterAll, expect, it } from 'vitest';
import { KithServer } from '../drivers/kith-server.ts';
import { readKept, writeKept } from './kept-rows.ts';
import { olderDatabase, openFile } from './older-database.ts';
import { lookInto } from './writers.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Before anybody could sign in, add or keep a place. */
const BEFORE_KEEPING = 8;
/** With all tables of keeping as they first were: up to 0010. */
const WITH_KEEPING = 11;

const folder = mkdtempSync(join(tmpdir(), 'kith-older-'));
let server: KithServer | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = async (open: OpenDatabase, text: string) =>
  (await open.client.execute(text)).rows.map((row) => ({ ...row }));
const tablesOf = (open: OpenDatabase) => rows(open, 'select name, sql from sqlite_master order by name');
const KEPT = [{ value: 'kept' }];
const MARK = "select value from meta where key = 'mark'";

function command(name: 'backup' | 'restore', ...args: string[]): string {
  const ran = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts', name, 'index.ts'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return ran.stdout + ran.stderr;
}

it('a database of any Kith before becomes one of this Kith, and keeps its mark', async () => {
  const fresh = await openFile(join(folder, 'fresh.db'));
  await migrateDatabase(fresh);
  const tables = await tablesOf(fresh);
  fresh.close();
  for (const migrations of [1, 4, BEFORE_KEEPING, WITH_KEEPING]) {
    const open = await openFile(await olderDatabase(folder, migrations));
    await migrateDatabase(open);
    expect(await tablesOf(open)).toEqual(tables);
    expect(await rows(open, MARK)).toEqual(KEPT);
    open.close();
  }
});

it('what people sent, keep and said stands in it as it stood: of each table a row', async () => {
  const open = await openFile(await olderDatabase(folder, WITH_KEEPING));
  const before = await writeKept(open);
  await migrateDatabase(open);
  // Newer columns may have come; every older one says what it said.
  expect(await readKept(open)).toMatchObject(before);
  // What a newer Kith asks of a letter: whether it went.
  expect(await rows(open, 'select went_at from reminder')).toEqual([{ went_at: '2026-11-20T10:00:00Z' }]);
  expect(await rows(open, 'pragma foreign_key_check')).toEqual([]);
  open.close();
});

it('a server started on an older database brings it up to date before it answers', async () => {
  const file = await olderDatabase(folder, BEFORE_KEEPING);
  server = await KithServer.start(file);
  const status = async (path: string) => (await fetch(`${server?.url}/api${path}`)).status;
  expect(await Promise.all(['/places', '/patches', '/risks', '/me'].map(status))).toEqual([
    200, 200, 200, 200,
  ]);
  await server.stop();
  await lookInto(file, async (open) => expect(await rows(open, MARK)).toEqual(KEPT));
});

it('an older database is backed up as it is, and an older backup is brought up to date when it is restored', async () => {
  const file = await olderDatabase(folder, BEFORE_KEEPING);
  const backup = join(folder, 'older-backup.db');
  expect(command('backup', '--db', file, backup)).toContain('looked through and whole');
  await lookInto(backup, async (open) => {
    expect(await rows(open, "select name from sqlite_master where name = 'waiting'")).toEqual([]);
  });
  const to = join(folder, 'restored.db');
  expect(command('restore', '--db', to, backup)).toContain('Start Kith again');
  await lookInto(to, async (open) => {
    expect(await rows(open, 'select count(*) as n from waiting')).toEqual([{ n: 0 }]);
    expect(await rows(open, MARK)).toEqual(KEPT);
  });
});

it('a database of a newer Kith is left alone, and one sentence says what to do', async () => {
  const file = await olderDatabase(folder, BEFORE_KEEPING);
  const open = await openFile(file);
  await open.client.execute(
    "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
  );
  const said = `${file} was written by a newer version of Kith than this one. Nothing was changed. Update Kith, or name another database in KITH_DB.`;
  await expect(migrateDatabase(open)).rejects.toThrow(said);
  open.close();
});
