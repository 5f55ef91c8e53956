import { join } from 'node:path';
import { type DatabaseSetting, databaseSetting } from './store/database-setting.ts';
import { SettingError } from './store/setting-error.ts';

/** What the person who runs Kith can set. Everything has a default; nothing is needed for `npm start`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseSetting;
  /** Folder of the built web pages. */
  readonly webDist: string;
  /** Address of a MapLibre style to draw under Kith's own map, or null for none. */
  readonly basemap: string | null;
  /** Write a line for each request to standard error. */
  readonly logRequests: boolean;
  readonly version: string;
}

/**
 * Reads PORT, HOST, KITH_DB, KITH_DB_TOKEN, KITH_WEB_DIST, KITH_BASEMAP and KITH_LOG.
 * @param root the folder of the project: relative paths start there
 * @throws SettingError in plain English
 */
export function readConfig(env: Record<string, string | undefined>, root: string, version: string): Config {
  return {
    port: portOf(env.PORT),
    host: env.HOST?.trim() || '127.0.0.1',
    database: databaseSetting(env, root),
    webDist: env.KITH_WEB_DIST?.trim() || join(root, 'web', 'dist'),
    basemap: basemapOf(env.KITH_BASEMAP),
    logRequests: env.KITH_LOG?.trim() === 'requests',
    version,
  };
}

function portOf(given: string | undefined): number {
  const text = given?.trim() ?? '';
  if (text === '') return 8787;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 0 && port <= 65_535) return port;
  throw new SettingError(
    `PORT is "${given}", which is not a port. Use a number from 1 to 65535, such as 8787.`,
  );
}

function basemapOf(given: string | undefined): string | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  try {
    const url = new URL(text);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url.href;
  } catch {
    // Falls through to the same message as a wrong protocol.
  }
  throw new SettingError(
    `KITH_BASEMAP is "${given}", which is not the address of a map style. It must begin with https:// (or http:// on your own machine).`,
  );
}
