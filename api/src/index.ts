import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { readSecret } from './auth/secret.ts';
import { signInsOver } from './auth/sign-ins.ts';
import { workBeside } from './beside/work-beside.ts';
import { type Config, readConfig } from './config.ts';
import { forgetDaily } from './forget-daily.ts';
import { readHouse } from './house.ts';
import { standardErrorLog } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { remindHourly } from './remind/send-reminders.ts';
import { isBusy, SERVER_BUSY_TIMEOUT_MS } from './store/busy.ts';
import { hasTables, migrateDatabase, type OpenDatabase, openDatabase } from './store/open.ts';
import { SettingError } from './store/setting-error.ts';
import { createStores } from './store/stores.ts';
import { warm } from './warm.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A link may name 500 places of 36 letters each, commas between them written as %2C: 20 kB, with room to spare. */
const MOST_HEADER_BYTES = 64 * 1024;
/** Requests under way when Kith is told to stop get this long to end. */
const CLOSE_MS = 1_500;

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  const config = readConfig(process.env, ROOT, version);
  const secret = readSecret(process.env, config.database);
  const open = await openDatabase(config.database, SERVER_BUSY_TIMEOUT_MS);
  if (!(await hasTables(open.db))) {
    open.close();
    if (config.database.kind === 'memory') {
      throw new SettingError(
        'KITH_DB is :memory:, which nothing can be loaded into beforehand. Name a file.',
      );
    }
    throw new SettingError(
      `The database ${config.database.label} is empty. Run npm start, which fills it; or npx tsx scripts/load/starter/starter.ts.`,
    );
  }
  await broughtUpToDate(open);
  const stores = createStores(open.db);
  const work = workBeside(config.database);
  const mailer = createMailer(config.mail, (line) => console.error(line));
  const signIns = signInsOver({ stores, origin: config.origin, secret, mailer });
  const log = standardErrorLog(config.logRequests);
  const app = createApp({
    stores,
    work,
    config,
    log,
    signIns,
    proxies: config.proxies,
    mailer,
    house: () => readHouse(config.database, config.mail),
  });
  const options = {
    fetch: app.fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: { maxHeaderSize: MOST_HEADER_BYTES },
  };
  const server = serve(options, ({ port }) => {
    const host = config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host;
    console.log(`Kith is running at http://${host}:${port}`);
    // The first visitor should not wait for what can be worked out now.
    void warm((path) => app.request(path));
    stores.waiting.compareEarlier().catch((error) => log.failure('Comparing what waits', error));
    forgetDaily(stores, (error) => log.failure('Forgetting what is 30 days old', error));
    remindHourly({ stores, mailer, origin: config.origin }, () => new Date(), console.error);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(listenProblem(error, config));
    open.close();
    process.exit(1);
  });

  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    const done = () => {
      work.close();
      open.close();
      process.exit(0);
    };
    server.close(done);
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(done, CLOSE_MS).unref();
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

/** After an update of Kith its tables may be of the version before: every question would fail on what they lack. */
async function broughtUpToDate(open: OpenDatabase): Promise<void> {
  try {
    await migrateDatabase(open);
  } catch (error) {
    open.close();
    if (error instanceof SettingError) throw error;
    throw new SettingError(
      isBusy(error)
        ? `Something else is writing to ${open.setting.label}. Wait until it has ended, then start Kith again.`
        : `The tables of ${open.setting.label} are of an older Kith and could not be brought up to date (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Go back to a backup with npm run restore, or name another database in KITH_DB.`,
      { cause: error },
    );
  }
}

function listenProblem(error: NodeJS.ErrnoException, { host, port }: Config): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by another Kith. Stop that one, or set PORT to another number: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES') {
    return `Kith may not use port ${port}. Set PORT to a number above 1023: PORT=8787 npm start`;
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `HOST is "${host}", which is not an address of this machine. Leave it out, or set it to 127.0.0.1.`;
  }
  return `Kith cannot listen on ${host}:${port}: ${error.message}`;
}

// Opening hours are read by a clock that is never put forward or back, wherever the machine stands: see hours/week-of.ts.
// Nothing else here reads the clock on the wall. The process that does the work beside takes it over.
process.env.TZ = 'UTC';
try {
  await main();
} catch (error) {
  console.error(error instanceof SettingError ? error.message : error);
  process.exitCode = 1;
}
