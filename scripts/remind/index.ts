import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@kith/api/config';
import { createMailer } from '@kith/api/mail/mailer';
import { sendReminders } from '@kith/api/remind/send-reminders';
import { migrateDatabase } from '@kith/api/store/open';
import { openExisting } from '@kith/api/store/open-existing';
import { createStores } from '@kith/api/store/stores';
import { runCommand } from '../house/run-command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run remind`: what a running Kith does once an hour, now. */
await runCommand(async () => {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  const config = readConfig(process.env, ROOT, version);
  const open = await openExisting(config.database);
  try {
    await migrateDatabase(open);
    const mailer = createMailer(config.mail, (line) => console.log(line));
    const { sent, failures } = await sendReminders({
      stores: createStores(open.db),
      mailer,
      origin: config.origin,
      now: new Date(),
    });
    for (const failure of failures) console.error(failure);
    console.log(
      sent === 0 && failures.length === 0 ? 'Nobody is to be reminded today.' : `Reminders sent: ${sent}.`,
    );
    return failures.length === 0 ? 0 : 1;
  } finally {
    open.close();
  }
});
