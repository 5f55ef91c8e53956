import { dirname, join } from 'node:path';
import { type DatabaseSetting, DEFAULT_DATABASE } from '../store/database-setting.ts';
import { SettingError } from '../store/setting-error.ts';

/** How letters go out. Never shown whole: it may hold a password. */
export type MailSetting =
  | { readonly kind: 'outbox'; readonly folder: string }
  | {
      readonly kind: 'smtp';
      readonly host: string;
      readonly port: number;
      /** Encrypted from the first byte (smtps://, or port 465); else as soon as the server offers it. */
      readonly secure: boolean;
      readonly user: string | null;
      readonly password: string | null;
      readonly from: string;
    };

const EXAMPLE = 'KITH_SMTP=smtp://user:password@mail.example.org:587';

/**
 * Reads KITH_SMTP and KITH_MAIL_FROM. Without KITH_SMTP letters go to the folder `outbox` beside the database.
 * @throws SettingError in plain English, without the password
 */
export function mailSetting(
  env: Record<string, string | undefined>,
  database: DatabaseSetting,
  root: string,
): MailSetting {
  const given = env.KITH_SMTP?.trim() ?? '';
  if (given === '') {
    const file = database.kind === 'file' ? database.path : join(root, DEFAULT_DATABASE);
    return { kind: 'outbox', folder: join(dirname(file), 'outbox') };
  }
  const url = urlOf(given);
  const secure = url.protocol === 'smtps:' || url.port === '465';
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: url.username === '' ? null : decoded(url.username),
    password: url.password === '' ? null : decoded(url.password),
    from: fromOf(env.KITH_MAIL_FROM),
  };
}

function urlOf(given: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(given);
  } catch {
    // The same message as for another protocol; the address itself may hold a password.
  }
  if (url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new SettingError(`KITH_SMTP cannot be read as the address of a mail server. Write ${EXAMPLE}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new SettingError(
      `KITH_SMTP has a "%" in its user or password that stands for nothing. Write it as %25. ${EXAMPLE}`,
    );
  }
}

/** An address, or `Name <address>`. */
const FROM = /^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/;

function fromOf(given: string | undefined): string {
  const from = given?.trim() ?? '';
  if (FROM.test(from)) return from;
  throw new SettingError(
    from === ''
      ? 'KITH_SMTP is set, but not whom letters come from. Set KITH_MAIL_FROM, such as "Kith <kith@example.org>".'
      : `KITH_MAIL_FROM is "${from}", which is not an e-mail address. Write it as "Kith <kith@example.org>".`,
  );
}
