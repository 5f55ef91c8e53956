import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as schema from '../db/schema.ts';
import { BUSY_TIMEOUT_MS } from './busy.ts';
import type { DatabaseSetting } from './database-setting.ts';
import { asTransactionOf, oneWriter } from './one-writer.ts';
import { explainRemoteFailure } from './remote-failure.ts';
import { SettingError } from './setting-error.ts';

type Whole = LibSQLDatabase<typeof schema>;
/** A database, or a transaction on it: the stores take either. */
export type Database = Whole | Parameters<Parameters<Whole['transaction']>[0]>[0];

export interface OpenDatabase {
  readonly db: Whole;
  readonly client: Client;
  readonly setting: DatabaseSetting;
  close(): void;
}

/** Answers of a remote server that never come are given up on, so that a start does not hang. */
const REMOTE_TIMEOUT_MS = 15_000;

/**
 * Opens the database and checks that it answers.
 * The client keeps a pool and opens connections as it needs them, so what each must have is given as an option
 * that goes into every one of them (busy timeout), is kept in the file (WAL), or is built into libSQL (foreign keys, checked here).
 * @param busyTimeoutMs how long to wait while another process writes to the file; see `isBusy`
 * @throws SettingError when the file cannot be opened or the server refuses
 */
export async function openDatabase(
  setting: DatabaseSetting,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
): Promise<OpenDatabase> {
  const client = connect(setting, busyTimeoutMs);
  const db = drizzle(client, { schema });
  const begin = db.transaction.bind(db);
  db.transaction = (work, config) => begin((tx) => asTransactionOf(client, () => work(tx)), config);
  try {
    if (setting.kind === 'remote') {
      await client.execute('select 1');
    } else {
      if (setting.kind === 'file') await client.execute('pragma journal_mode = wal');
      const keys = await client.execute('pragma foreign_keys');
      if (keys.rows[0]?.[0] !== 1) throw new Error('This build of libSQL does not enforce foreign keys.');
    }
  } catch (error) {
    client.close();
    throw setting.kind === 'remote'
      ? explainRemoteFailure(error, setting)
      : explainFileFailure(error, setting);
  }
  return { db, client, setting, close: () => client.close() };
}

const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('../db/migrations', import.meta.url)) };

/**
 * Brings the tables up to date, those of an older Kith too; where they are, it writes nothing. All migrations run in one transaction. Which are missing is looked up before it begins,
 * so two who start at the same moment both set out to make the same tables: the later one fails on the first of them,
 * and finds all done.
 * @param migrations where they lie; tests name a folder with those of an older Kith
 * @throws SettingError where a newer Kith wrote them: what it keeps there this one does not know
 */
export async function migrateDatabase(open: OpenDatabase, migrations = MIGRATIONS): Promise<void> {
  const now = await ageOfTables(open.db, migrations);
  if (now === 'up to date') return;
  if (now === 'newer') {
    throw new SettingError(
      `${open.setting.label} was written by a newer version of Kith than this one. Nothing was changed. Update Kith, or name another database in KITH_DB.`,
    );
  }
  try {
    await migrate(open.db, migrations);
  } catch (error) {
    if ((await ageOfTables(open.db, migrations).catch(() => 'older')) === 'up to date') return;
    throw open.setting.kind === 'remote' ? explainRemoteFailure(error, open.setting) : error;
  }
}

/** How the tables stand to our migrations, by the last one that was written: `older` where there are none yet. */
async function ageOfTables(
  db: Database,
  migrations: typeof MIGRATIONS,
): Promise<'older' | 'up to date' | 'newer'> {
  const any = await db.all(sql`select 1 from sqlite_master where name = '__drizzle_migrations'`);
  if (any.length === 0) return 'older';
  const rows = await db.all<{ last: number | null }>(
    sql`select max(created_at) as last from __drizzle_migrations`,
  );
  const written = Number(rows[0]?.last ?? 0);
  const ours = readMigrationFiles(migrations).at(-1)?.folderMillis ?? 0;
  return written === ours ? 'up to date' : written < ours ? 'older' : 'newer';
}

/** True when the tables are there. An API started on an empty database says so instead of failing on each request. */
export async function hasTables(db: Database): Promise<boolean> {
  const rows = await db.all<{ n: number }>(
    sql`select count(*) as n from sqlite_master where type = 'table' and name = 'meta'`,
  );
  return rows[0]?.n === 1;
}

function connect(setting: DatabaseSetting, timeout: number): Client {
  if (setting.kind === 'memory') return oneWriter(createClient({ url: ':memory:' }));
  if (setting.kind === 'file') {
    const folder = dirname(setting.path);
    try {
      if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
      return oneWriter(createClient({ url: pathToFileURL(setting.path).href, timeout }));
    } catch (error) {
      throw explainFileFailure(error, setting);
    }
  }
  try {
    return createClient({
      url: setting.url,
      fetch: (input: Request) => fetch(input, { signal: AbortSignal.timeout(REMOTE_TIMEOUT_MS) }),
      ...(setting.token === undefined ? {} : { authToken: setting.token }),
    });
  } catch (error) {
    throw explainRemoteFailure(error, setting);
  }
}

function explainFileFailure(error: unknown, setting: DatabaseSetting): Error {
  if (error instanceof SettingError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new SettingError(
    `The database file ${setting.label} cannot be opened (${said}). Check that the folder can be written to, or set KITH_DB to another file.`,
    { cause: error },
  );
}
