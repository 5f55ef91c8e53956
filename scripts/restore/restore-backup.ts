import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isHeld, problemsOf, type Reached, readReached } from '@kith/api/store/backup-store';
import type { DatabaseSetting } from '@kith/api/store/database-setting';
import { hasTables, migrateDatabase, openDatabase } from '@kith/api/store/open';
import { SettingError } from '@kith/api/store/setting-error';
import { hashOfFile } from '../backup/make-backup.ts';

export interface Restored {
  readonly reached: Reached;
  /** Where the database that stood before is now; null where there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup in the place of the database. Everything that can fail is done on a copy first; then one rename, so
 * that at every moment there is a whole database by its name. What stood before is kept.
 * @throws SettingError in plain English, with nothing changed
 */
export async function restoreBackup(
  file: string,
  to: Extract<DatabaseSetting, { kind: 'file' }>,
  now: Date,
): Promise<Restored> {
  if (!existsSync(file)) throw new SettingError(`There is no file ${file}.`);
  await compareHash(file);
  mkdirSync(dirname(to.path), { recursive: true });
  const copy = `${to.path}.restoring`;
  const clear = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${end}`, { force: true });
  };
  clear();
  try {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const reached = await makeReady(copy, file);
    const stands = existsSync(to.path);
    if (stands && (await isHeld(to))) throw held(to);
    const aside = stands ? `${to.path}.before-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z` : null;
    // A second name for what stands, so that the rename below takes nothing away.
    if (aside !== null) linkSync(to.path, aside);
    renameSync(copy, to.path);
    return { reached, aside };
  } finally {
    clear();
  }
}

function held({ label }: DatabaseSetting): SettingError {
  return new SettingError(
    `Something has ${label} open, most likely Kith itself. Nothing was changed. Stop it (Ctrl+C where it runs, or the service that keeps it), run this again, and start it again.`,
  );
}

async function compareHash(file: string): Promise<void> {
  if (!existsSync(`${file}.sha256`)) return;
  const noted = readFileSync(`${file}.sha256`, 'utf8').slice(0, 64);
  if ((await hashOfFile(file)) === noted) return;
  throw new SettingError(
    `${file} is not as it was when it was made: it was cut short or changed on the way. Nothing was changed. Copy it again, or take another backup.`,
  );
}

/** Looks through a copy, brings its tables up to date and its bytes to the disk. */
async function makeReady(copy: string, file: string): Promise<Reached> {
  const open = await openDatabase({ kind: 'file', path: copy, label: file });
  try {
    if (!(await hasTables(open.db)))
      throw new SettingError(`${file} holds no data of Kith. Nothing was changed.`);
    const problems = await problemsOf(open);
    if (problems.length > 0) {
      throw new SettingError(
        `${file} is damaged (${problems[0]}). Nothing was changed. Take another backup.`,
      );
    }
    await migrateDatabase(open);
    await open.client.execute('pragma journal_mode = delete');
    const reached = await readReached(open);
    if (reached === undefined) throw new SettingError(`${file} holds no data of Kith. Nothing was changed.`);
    return reached;
  } finally {
    open.close();
    const descriptor = openSync(copy, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}
