import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mailer, oneLine } from './mailer.ts';

/**
 * Writes each letter to a file of its own, which any mail program opens. Only who runs Kith may read them: a letter
 * holds a link that signs somebody in.
 */
export function outboxMailer(folder: string, say: (line: string) => void): Mailer {
  return {
    isOutbox: true,
    async send({ to, subject, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const at = new Date();
      const name = `${at.toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}.eml`;
      const head = [
        'From: Kith <kith@localhost>',
        `To: ${oneLine(to)}`,
        `Subject: ${oneLine(subject)}`,
        `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
      ];
      const path = join(folder, name);
      // Whole or not at all, for whoever watches the folder.
      await writeFile(`${path}.part`, `${head.join('\n')}\n\n${text}\n`, { mode: 0o600 });
      await rename(`${path}.part`, path);
      say(`No mail server is set (KITH_SMTP), so a letter was written to ${path}`);
    },
  };
}

/** How many letters lie in an outbox. */
export async function lettersIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.eml')).length;
}
