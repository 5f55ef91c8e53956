import { sql } from 'drizzle-orm';
import type { DatabaseSetting } from './database-setting.ts';
import { hasTables, type OpenDatabase, openDatabase } from './open.ts';
import { SettingError } from './setting-error.ts';

/** How far a database has come: the numbers of its last change and last statement. Known of an older Kith's too. */
export interface Reached {
  readonly changes: number;
  readonly statements: number;
  readonly places: number;
}

/**
 * Copies a database that is in use into a new file, as it stood at one moment: whoever reads or writes goes on.
 * @throws SettingError for a database on a server
 */
export async function copyDatabase({ client, setting }: OpenDatabase, to: string): Promise<void> {
  if (setting.kind !== 'file') throw notAFile(setting, 'backed up');
  await client.execute({ sql: 'vacuum into ?', args: [to] });
}

/** Why a database that is no file on this machine cannot be worked on here, and what to do instead. */
export function notAFile(setting: DatabaseSetting, done: string): SettingError {
  return new SettingError(
    setting.kind === 'memory'
      ? `KITH_DB is :memory:, which cannot be ${done}. Name a file.`
      : `The database is on a server (${setting.label}), so it cannot be ${done} from here. Use the backups of whoever runs that server; or, if it is your own libSQL server, stop it and copy its data folder.`,
  );
}

/** How far a database has come; undefined where it holds no tables of Kith. */
export async function readReached({ db }: OpenDatabase): Promise<Reached | undefined> {
  if (!(await hasTables(db))) return undefined;
  const rows = await db.all<Reached>(sql`
    select (select coalesce(max(id), 0) from change) as changes, (select coalesce(max(id), 0) from claim) as statements,
      (select count(*) from place) as places`);
  return rows[0];
}

/**
 * Looks through the whole of a database file: every page, every index, every reference from one table to another.
 * @returns what is wrong, in the words of SQLite; empty where all is well
 */
export async function problemsOf({ db }: OpenDatabase): Promise<string[]> {
  const pages = await db.all<{ integrity_check: string }>(sql`pragma integrity_check(10)`);
  const references = await db.all<{ table: string; parent: string }>(sql`pragma foreign_key_check`);
  return [
    ...pages.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
    ...references
      .slice(0, 10)
      .map(({ table, parent }) => `a row of ${table} names one of ${parent} that is not there`),
  ];
}

/**
 * Whether another process has a database file open. Leaving write-ahead logging needs the file for oneself, so it is
 * asked for that; where it is given, all that was written lies in the one file, and the next to open it begins anew.
 */
export async function isHeld(setting: Extract<DatabaseSetting, { kind: 'file' }>): Promise<boolean> {
  const open = await openDatabase(setting, 200);
  try {
    const { rows } = await open.client.execute('pragma journal_mode = delete');
    return rows[0]?.[0] !== 'delete';
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return true;
    throw error;
  } finally {
    open.close();
  }
}
