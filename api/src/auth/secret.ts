import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSetting } from '../store/database-setting.ts';
import { SettingError } from '../store/setting-error.ts';

const LEAST_LETTERS = 32;

/**
 * What signs the cookies: KITH_SECRET, or else what lies in a file beside the database, made by chance on the first
 * start and readable by its owner alone. With another secret everyone has to sign in anew, and nothing else is lost.
 * @throws SettingError for a short one, and where none is set and there is no folder to keep one in
 */
export function readSecret(env: Record<string, string | undefined>, database: DatabaseSetting): string {
  const given = env.KITH_SECRET?.trim() ?? '';
  if (given !== '') {
    if (given.length >= LEAST_LETTERS) return given;
    throw new SettingError(
      `KITH_SECRET is too short. Give at least ${LEAST_LETTERS} letters by chance, such as those of: openssl rand -base64 32`,
    );
  }
  if (database.kind === 'memory') return randomBytes(32).toString('base64url');
  if (database.kind === 'remote') {
    throw new SettingError(
      `The database is on a server (${database.label}), so Kith cannot keep its secret beside it. Set KITH_SECRET to at least ${LEAST_LETTERS} letters by chance, such as those of: openssl rand -base64 32`,
    );
  }
  return secretIn(`${database.path}.secret`);
}

function secretIn(path: string): string {
  const found = textOf(path);
  if (found !== null) {
    if (found.length >= LEAST_LETTERS) return found;
    throw new SettingError(
      `The file ${path} holds Kith's secret and is cut short. Delete it: a new one is made, and everyone signs in anew.`,
    );
  }
  const made = randomBytes(32).toString('base64url');
  try {
    mkdirSync(dirname(path), { recursive: true });
    // `wx`: of two who start at the same moment one makes it, and the other reads that.
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    const theirs = textOf(path);
    if (theirs !== null && theirs.length >= LEAST_LETTERS) return theirs;
    const said = error instanceof Error ? error.message : String(error);
    throw new SettingError(
      `Kith's secret cannot be kept in ${path} (${said}). Check that the folder can be written to, or set KITH_SECRET.`,
    );
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const said = error instanceof Error ? error.message : String(error);
    throw new SettingError(
      `The file ${path} holds Kith's secret and cannot be read (${said}). Check who owns it, or set KITH_SECRET.`,
    );
  }
}
