import { readDataReport } from '@kith/api/store/data-report-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { hasTables, migrateDatabase } from '@kith/api/store/open';
import { openExisting } from '@kith/api/store/open-existing';
import { SettingError } from '@kith/api/store/setting-error';
import { ROOT } from '../load/starter/starter-files.ts';
import { readDataOptions, USAGE } from './data-options.ts';
import { dataReportText } from './data-report-text.ts';

/** `npm run check:data`: the data report of a database, and whether anyone must look at it. */
async function main(): Promise<void> {
  const options = readDataOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const env = options.db === undefined ? process.env : { ...process.env, KITH_DB: options.db };
  const open = await openExisting(databaseSetting(env, ROOT));
  try {
    if (!(await hasTables(open.db))) {
      throw new SettingError(
        `There is no data in ${open.setting.label}. Run npm start once, or npm run load -- --area NAME, or name another database with --db.`,
      );
    }
    await migrateDatabase(open);
    const report = await readDataReport(open.db);
    const text = options.json ? JSON.stringify(report, null, 1) : dataReportText(report, open.setting.label);
    console.log(text.trimStart());
    if (report.checks.some((check) => !check.holds)) process.exitCode = 1;
  } finally {
    open.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
