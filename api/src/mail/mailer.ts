import type { MailSetting } from './mail-setting.ts';
import { outboxMailer } from './outbox.ts';
import { smtpMailer } from './smtp.ts';

/** A letter in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** No mail server is set: letters wait in a folder until whoever runs Kith hands them on. */
  readonly isOutbox?: true;
  /**
   * Sends a letter, or writes it to the outbox where no mail server is set.
   * @throws MailError when the mail server cannot be reached or refuses it
   */
  send(mail: Mail): Promise<void>;
}

/** Where its letters go, as answers of the API say it. */
export const letterOf = ({ isOutbox }: Mailer): 'sent' | 'outbox' => (isOutbox ? 'outbox' : 'sent');

/** A letter that did not go out. Its message can be logged: it names neither the address nor the password. */
export class MailError extends Error {
  override name = 'MailError';
}

/**
 * The mailer that the settings ask for.
 * @param say told where each letter of the outbox is, for whoever runs Kith without a mail server
 */
export function createMailer(setting: MailSetting, say: (line: string) => void): Mailer {
  return setting.kind === 'smtp' ? smtpMailer(setting) : outboxMailer(setting.folder, say);
}

/** A line of a letter's head: a line break in it would begin another. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
