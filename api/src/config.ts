import { join } from 'node:path';
import { type MailSetting, mailSetting } from './mail/mail-setting.ts';
import { type DatabaseSetting, databaseSetting } from './store/database-setting.ts';
import { SettingError } from './store/setting-error.ts';

/** What the person who runs Kith can set. Everything has a default; nothing is needed for `npm start`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseSetting;
  /** Where people reach Kith: links in letters lead there, and over https the cookies never leave it. */
  readonly origin: string;
  /** How many servers of their own stand before Kith and say in X-Forwarded-For whom they speak for. */
  readonly proxies: number;
  /** How letters go out. */
  readonly mail: MailSetting;
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
 * Reads PORT, HOST, KITH_DB, KITH_DB_TOKEN, KITH_ORIGIN, KITH_SMTP, KITH_MAIL_FROM, KITH_WEB_DIST, KITH_BASEMAP,
 * KITH_PROXIES, KITH_BASEMAP_ORIGINS and KITH_LOG. KITH_SECRET is read by `readSecret`, as it may have to be made.
 * @param root the folder of the project: relative paths start there
 * @throws SettingError in plain English
 */
export function readConfig(env: Record<string, string | undefined>, root: string, version: string): Config {
  const basemap = basemapOf(env.KITH_BASEMAP);
  const port = portOf(env.PORT);
  const database = databaseSetting(env, root);
  return {
    port,
    host: env.HOST?.trim() || '127.0.0.1',
    database,
    origin: ownOrigin(env.KITH_ORIGIN, port),
    proxies: proxiesOf(env.KITH_PROXIES),
    mail: mailSetting(env, database, root),
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

function proxiesOf(given: string | undefined): number {
  const text = given?.trim() || '0';
  if (/^\d$/.test(text)) return Number(text);
  throw new SettingError(
    `KITH_PROXIES is "${given}". Give the number of your own servers that stand before Kith, from 0 to 9; with none leave it out.`,
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

/**
 * Where people reach Kith. Over plain http only on this machine: a cookie that anyone on the way can read signs anyone
 * in, and browsers make no passkeys there.
 */
function ownOrigin(given: string | undefined, port: number): string {
  const text = given?.trim() ?? '';
  if (text === '') return `http://localhost:${port}`;
  try {
    const { origin, href, protocol, hostname } = new URL(text);
    const here = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
    if (ORIGIN.test(origin) && href === `${origin}/` && (protocol === 'https:' || here)) return origin;
  } catch {
    // Falls through to the same message as an address that is more than an origin.
  }
  throw new SettingError(
    `KITH_ORIGIN is "${given}", which is not where people can reach Kith safely. Write it as https://kith.example.org, with nothing after the name or port.`,
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
