import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyDatabase, problemsOf, type Reached, readReached } from '@kith/api/store/backup-store';
import { noteBackup } from '@kith/api/store/keep/admin-store';
import { type OpenDatabase, openDatabase } from '@kith/api/store/open';
import { SettingError } from '@kith/api/store/setting-error';
import type { LastBackup } from '@kith/core/keep/admin-state';

export interface Backup extends LastBackup {
  readonly reached: Reached;
}

/**
 * Makes a backup of a database that may be in use, looks through it, and notes it there. What does not hold is thrown
 * away: a file by this name is whole.
 * @throws SettingError in plain English
 */
export async function makeBackup(open: OpenDatabase, to: string, now: Date): Promise<Backup> {
  if (existsSync(to)) throw new SettingError(`${to} is there already. Give another name.`);
  const before = await readReached(open);
  if (before === undefined) {
    throw new SettingError(`${open.setting.label} holds nothing yet, so there is nothing to back up.`);
  }
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    await copyDatabase(open, part);
    const reached = await lookThrough(part, before);
    const sha256 = await hashOfFile(part);
    writeFileSync(`${to}.sha256`, `${sha256}  ${basename(to)}\n`, { mode: 0o600 });
    renameSync(part, to);
    const backup = { at: now.toISOString(), file: basename(to), bytes: statSync(to).size, sha256 };
    await noteBackup(open.db, backup);
    return { ...backup, reached };
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
  }
}

async function lookThrough(file: string, before: Reached): Promise<Reached> {
  const copy = await openDatabase({ kind: 'file', path: file, label: file });
  try {
    const problems = await problemsOf(copy);
    const reached = await readReached(copy);
    await copy.client.execute('pragma journal_mode = delete');
    if (problems.length > 0 || reached === undefined) {
      throw new SettingError(`The backup does not hold, so it was thrown away: ${problems.join('; ')}.`);
    }
    if (reached.changes < before.changes || reached.statements < before.statements) {
      throw new SettingError('The backup holds less than the database, so it was thrown away. Try again.');
    }
    return reached;
  } finally {
    copy.close();
  }
}

/** SHA-256 of a file, in hex. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
