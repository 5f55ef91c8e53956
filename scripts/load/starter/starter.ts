import { busyMessage, isBusy, LOAD_BUSY_TIMEOUT_MS } from '@kith/api/store/busy';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { SettingError } from '@kith/api/store/setting-error';
import { readMeta } from '@kith/api/store/version-store';
import { ROOT, starterFiles, starterVersion } from './starter-files.ts';

/** Fills the database from data/starter, once per version of it. `npm start` runs it before the API. */
async function main(): Promise<void> {
  const files = starterFiles(process.env);
  const open = await openDatabase(databaseSetting(process.env, ROOT), LOAD_BUSY_TIMEOUT_MS);
  try {
    await migrateDatabase(open);
    const version = starterVersion(files);
    if ((await readMeta(open.db, 'starter-version')) === version) {
      console.log('Starter data is loaded already');
      return;
    }
    console.log(`Loading the starter data into ${open.setting.label}`);
    // The loaders and their libraries are read only when there is something to load.
    const { loadStarter } = await import('./load-starter.ts');
    await loadStarter(open, files, version, (line) => console.log(line), new Date());
  } finally {
    open.close();
  }
}

try {
  await main();
} catch (error) {
  const known = error instanceof SettingError || (error instanceof Error && error.name === 'BadFileError');
  console.error(isBusy(error) ? busyMessage(LOAD_BUSY_TIMEOUT_MS) : known ? error.message : error);
  process.exitCode = 1;
}
