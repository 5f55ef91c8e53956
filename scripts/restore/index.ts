import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { notAFile } from '@kith/api/store/backup-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { runCommand } from '../house/run-command.ts';
import { restoreBackup } from './restore-backup.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const HELP = `Puts a backup in the place of the database. Stop Kith first.

  npm run restore -- FILE               FILE was made by npm run backup
  npm run restore -- --db URL FILE      into another database than the one the app uses

The backup is looked through first. What stood before is kept beside the database; delete it when all is well.
`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { db: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [asked] = positionals;
  if (values.help === true || asked === undefined || positionals.length > 1) {
    process.stdout.write(HELP);
    return values.help === true ? 0 : 2;
  }
  const setting = databaseSetting(
    values.db === undefined ? process.env : { ...process.env, KITH_DB: values.db },
    ROOT,
  );
  if (setting.kind !== 'file') throw notAFile(setting, 'restored');
  process.umask(0o077);
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  const { reached, aside } = await restoreBackup(file, setting, new Date());
  console.log(
    `Restored ${setting.label}: ${reached.places.toLocaleString('en-GB')} places, ${reached.changes.toLocaleString('en-GB')} changes.`,
  );
  if (aside !== null) console.log(`What stood before is kept in ${aside}`);
  console.log('Start Kith again: npm start');
  return 0;
});
