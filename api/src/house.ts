import { stat } from 'node:fs/promises';
import type { MailSetting } from './mail/mail-setting.ts';
import { lettersIn } from './mail/outbox.ts';
import type { DatabaseSetting } from './store/database-setting.ts';

/** What the machine that Kith runs on knows and the database does not. */
export interface House {
  /** Bytes of the database file and of what is still to be written into it; null where it is elsewhere. */
  readonly databaseBytes: number | null;
  /** Letters in the outbox, waiting to be delivered by hand; null where a mail server takes them. */
  readonly outbox: number | null;
}

/** Asks the machine. */
export async function readHouse(database: DatabaseSetting, mail: MailSetting): Promise<House> {
  return {
    databaseBytes: database.kind === 'file' ? await sizeOf([database.path, `${database.path}-wal`]) : null,
    outbox: mail.kind === 'outbox' ? await lettersIn(mail.folder) : null,
  };
}

/** For an app without a machine, in a test. */
export const nowhereAtHome = async (): Promise<House> => ({ databaseBytes: null, outbox: null });

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
