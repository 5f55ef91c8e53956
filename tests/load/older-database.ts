import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, type OpenDatabase, openDatabase } from '@kith/api/store/open';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'api', 'src', 'db', 'migrations');
const JOURNAL = join('meta', '_journal.json');

/** A database as a Kith of before left it: with the first so many migrations, and a mark in it to know it by. */
export async function olderDatabase(folder: string, migrations: number): Promise<string> {
  const migrationsFolder = mkdtempSync(join(folder, 'migrations-'));
  cpSync(MIGRATIONS, migrationsFolder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8')) as { entries: unknown[] };
  const entries = journal.entries.slice(0, migrations);
  writeFileSync(join(migrationsFolder, JOURNAL), JSON.stringify({ ...journal, entries }));
  const file = join(mkdtempSync(join(folder, 'older-')), 'kith.db');
  const open = await openFile(file);
  await migrateDatabase(open, { migrationsFolder });
  await open.client.execute("insert into meta values ('mark', 'kept')");
  await open.client.execute('pragma wal_checkpoint(truncate)');
  open.close();
  return file;
}

export const openFile = (file: string): Promise<OpenDatabase> =>
  openDatabase(databaseSetting({ KITH_DB: file }, '/'));
