import { createTransport } from 'nodemailer';
import type { MailSetting } from './mail-setting.ts';
import { MailError, type Mailer, oneLine } from './mailer.ts';

/** A mail server that does not answer must not hold a request for minutes. */
const TIMEOUT_MS = 15_000;
const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Hands each letter to a mail server. A password goes over the network only where the line is encrypted. */
export function smtpMailer(setting: Extract<MailSetting, { kind: 'smtp' }>): Mailer {
  const { host, port, secure, user, password, from } = setting;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && user !== null && !OWN_MACHINE.test(host),
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: oneLine(to) },
          subject: oneLine(subject),
          text,
        });
      } catch (error) {
        throw new MailError(`The mail server ${host}:${port} did not take a letter: ${reasonOf(error)}`);
      }
    },
  };
}

/** What went wrong, as a code: what the server says may repeat the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const answer = 'responseCode' in error ? ` (it answered ${String(error.responseCode)})` : '';
  return `${code}${answer}`;
}
