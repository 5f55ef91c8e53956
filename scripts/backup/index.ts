import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { notAFile } from '@kith/api/store/backup-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { openExisting } from '@kith/api/store/open-existing';
import { runCommand } from '../house/run-command.ts';
import { makeBackup } from './make-backup.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const HELP = `Backs up the database into one file, while Kith is running or not.

  npm run backup                       into the folder "backups" beside the database, named by the time
  npm run backup -- FILE               into this file
  npm run backup -- --db URL [FILE]    of another database than the one the app uses

The copy is looked through before it counts; FILE.sha256 lies beside it. It holds e-mail addresses of
people who signed in: keep it where nobody else reads it, on another machine. The file kith.db.secret
is not in it: keep that too, or everyone signs in anew. To go back: npm run restore -- FILE
`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { db: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true || positionals.length > 1) {
    process.stdout.write(HELP);
    return values.help === true ? 0 : 2;
  }
  const setting = databaseSetting(
    values.db === undefined ? process.env : { ...process.env, KITH_DB: values.db },
    ROOT,
  );
  if (setting.kind !== 'file') throw notAFile(setting, 'backed up');
  const now = new Date();
  const name = `kith-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`;
  const asked = positionals[0];
  const to =
    asked === undefined
      ? join(dirname(setting.path), 'backups', name)
      : resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  // Only who runs Kith may read it, from its first byte on.
  process.umask(0o077);
  const open = await openExisting(setting);
  try {
    const { bytes, sha256, reached } = await makeBackup(open, to, now);
    console.log(`Backed up to ${to}`);
    console.log(
      `${(bytes / 1e6).toFixed(1)} MB, ${reached.places.toLocaleString('en-GB')} places, ${reached.changes.toLocaleString('en-GB')} changes; looked through and whole.`,
    );
    console.log(`SHA-256 ${sha256}`);
    return 0;
  } finally {
    open.close();
  }
});
