import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingError } from './setting-error.ts';

/** Where the database is. `label` can be shown: it never holds the token or a password. */
export type DatabaseSetting =
  | { readonly kind: 'file'; readonly path: string; readonly label: string }
  | { readonly kind: 'memory'; readonly label: string }
  | {
      readonly kind: 'remote';
      readonly url: string;
      readonly token: string | undefined;
      readonly label: string;
    };

export const DEFAULT_DATABASE = '.kith/kith.db';

/**
 * Reads KITH_DB and KITH_DB_TOKEN. Takes a file path, a `file:` URL, `:memory:`, or the `libsql://`, `https://`
 * or `http://` URL of a libSQL server.
 * @param root the folder that relative paths start from
 * @throws SettingError naming the setting and what to do
 */
export function databaseSetting(env: Record<string, string | undefined>, root: string): DatabaseSetting {
  const given = env.KITH_DB?.trim() || DEFAULT_DATABASE;
  if (given === ':memory:') return { kind: 'memory', label: 'in memory' };
  if (given.startsWith('file:')) return fileSetting(pathOfFileUrl(given), root);
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(given)?.[1]?.toLowerCase();
  if (scheme === undefined) return fileSetting(given, root);
  if (scheme === 'libsql' || scheme === 'https' || scheme === 'http') {
    return remoteSetting(given, scheme, env.KITH_DB_TOKEN?.trim() || undefined);
  }
  throw new SettingError(
    `KITH_DB starts with "${scheme}://", which Kith does not know. Use a file path, or a URL that starts with libsql://, https:// or http://.`,
  );
}

function fileSetting(path: string, root: string): DatabaseSetting {
  const full = isAbsolute(path) ? path : resolve(root, path);
  return { kind: 'file', path: full, label: full };
}

function pathOfFileUrl(given: string): string {
  if (!given.startsWith('file://')) return decodeURIComponent(given.slice('file:'.length));
  try {
    return fileURLToPath(given);
  } catch {
    throw new SettingError(
      `KITH_DB is "${given}", which is not a file on this machine. Write file:/folder/kith.db, or just the path.`,
    );
  }
}

function remoteSetting(given: string, scheme: string, token: string | undefined): DatabaseSetting {
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new SettingError(
      'KITH_DB looks like a web address but cannot be read as one. Check it for a slip.',
    );
  }
  if (url.hostname === '') {
    throw new SettingError(`KITH_DB names no server. Write it as ${scheme}://name-of-server.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new SettingError(
      'KITH_DB holds a user name or password. Take it out, and put the access token in KITH_DB_TOKEN.',
    );
  }
  if (url.searchParams.has('authToken')) {
    throw new SettingError(
      'KITH_DB holds an access token, which would end up in logs. Take it out, and put it in KITH_DB_TOKEN.',
    );
  }
  return { kind: 'remote', url: given, token, label: `${scheme}://${url.host}` };
}
