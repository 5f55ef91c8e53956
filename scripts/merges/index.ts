import { fileURLToPath } from 'node:url';
import { BUSY_TIMEOUT_MS, busyMessage, isBusy } from '@kith/api/store/busy';
import { databaseSetting } from '@kith/api/store/database-setting';
import { hasTables, migrateDatabase } from '@kith/api/store/open';
import { openExisting } from '@kith/api/store/open-existing';
import { SettingError } from '@kith/api/store/setting-error';
import { HELP, readOptions } from './options.ts';
import { run } from './run.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run merges`: decisions on what is one place and what is not. */
async function main(): Promise<number> {
  const asked = readOptions(process.argv.slice(2));
  if (asked.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (asked.kind === 'wrong') {
    console.error(asked.problem);
    return 2;
  }
  const environment = asked.db === null ? process.env : { ...process.env, KITH_DB: asked.db };
  const open = await openExisting(databaseSetting(environment, ROOT));
  try {
    if (!(await hasTables(open.db))) {
      console.error(
        `${open.setting.label} holds nothing yet. Run npm start or npm run load first, or give --db.`,
      );
      return 1;
    }
    await migrateDatabase(open);
    const answer = await run(open.db, asked.command, new Date().toISOString());
    process.stdout.write(asked.json ? `${JSON.stringify(answer.json, null, 2)}\n` : answer.text);
    return 0;
  } finally {
    open.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof SettingError || error instanceof RangeError;
  console.error(isBusy(error) ? busyMessage(BUSY_TIMEOUT_MS) : known ? error.message : error);
  process.exitCode = 1;
}
