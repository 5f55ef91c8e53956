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
  /** Other origins that the style fetches its tiles, pictures and letters from. Empty without a style. */
  readonly basemapOrigins: readonly string[];
  /** Write a line for each request to standard error. */
  readonly logRequests: boolean;
  readonly version: string;
}

/**
 * Reads PORT, HOST, KITH_DB, KITH_DB_TOKEN, KITH_WEB_DIST, KITH_BASEMAP, KITH_BASEMAP_ORIGINS and KITH_LOG.
 * @param root the folder of the project: relative paths start there
 * @throws SettingError in plain English
 */
export function readConfig(env: Record<string, string | undefined>, root: string, version: string): Config {
  const basemap = basemapOf(env.KITH_BASEMAP);
  return {
    port: portOf(env.PORT),
    host: env.HOST?.trim() || '127.0.0.1',
    database: databaseSetting(env, root),
    webDist: env.KITH_WEB_DIST?.trim() || join(root, 'web', 'dist'),
    basemap,
    basemapOrigins: basemap === null ? [] : originsOf(env.KITH_BASEMAP_ORIGINS),
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

/** What may stand in a security policy: a URL's host may hold `;` and `*`, which mean something there. */
const ORIGIN = /^https?:\/\/([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d+)?$/;

function basemapOf(given: string | undefined): string | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  try {
    const url = new URL(text);
    if (ORIGIN.test(url.origin)) return url.href;
  } catch {
    // Falls through to the same message as a wrong protocol.
  }
  throw new SettingError(
    `KITH_BASEMAP is "${given}", which is not the address of a map style. It must begin with https:// (or http:// on your own machine).`,
  );
}

/** Origins with spaces or commas between. */
function originsOf(given: string | undefined): string[] {
  const words = (given ?? '').split(/[\s,]+/).filter(Boolean);
  return [...new Set(words.map(originOf))];
}

function originOf(word: string): string {
  try {
    const { origin, href } = new URL(word);
    if (ORIGIN.test(origin) && href === `${origin}/`) return origin;
  } catch {
    // Falls through to the same message as an address with more in it.
  }
  throw new SettingError(
    `KITH_BASEMAP_ORIGINS has "${word}", which is not an origin. Write each as https://tiles.example.org, with nothing after the name or port, and spaces or commas between.`,
  );
}
