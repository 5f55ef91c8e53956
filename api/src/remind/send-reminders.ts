import type { Mailer } from '../mail/mailer.ts';
import type { Stores } from '../store/stores.ts';
import { reminderMail } from './reminder-mail.ts';

export interface RemindParts {
  readonly stores: Pick<Stores, 'reminders'>;
  readonly mailer: Mailer;
  /** Where people reach Kith. */
  readonly origin: string;
  readonly now: Date;
}

/** How many letters went out, and why others did not: in words, without addresses. */
export interface Reminded {
  readonly sent: number;
  readonly failures: readonly string[];
}

/** Letters at one go: a mail server that does not answer is not asked a thousand times. */
const MOST_FAILURES = 3;

/**
 * Sends every reminder that is due: one letter to each member for each check. What does not go out is tried again next
 * time, and so is what was going out when Kith was stopped: rather twice than never.
 */
export async function sendReminders({ stores, mailer, origin, now }: RemindParts): Promise<Reminded> {
  const { reminders } = stores;
  let sent = 0;
  const failures: string[] = [];
  for (const to of await reminders.toSend(now)) {
    const token = await reminders.begin(to, now);
    if (token === undefined) continue;
    try {
      await mailer.send(reminderMail(origin, to, token));
    } catch (error) {
      await reminders.drop(token);
      failures.push(error instanceof Error ? error.message : String(error));
      if (failures.length >= MOST_FAILURES) break;
      continue;
    }
    await reminders.went(token, now);
    sent += 1;
  }
  return { sent, failures };
}

const HOUR_MS = 60 * 60 * 1000;
/** After a start visitors come first. */
const FIRST_MS = 60 * 1000;

/** Sends reminders once an hour, for as long as the server runs. @returns ends it */
export function remindHourly(
  parts: Omit<RemindParts, 'now'>,
  now: () => Date,
  say: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout;
  const go = async () => {
    try {
      const { sent, failures } = await sendReminders({ ...parts, now: now() });
      if (sent > 0) say(`Reminders sent: ${sent}.`);
      for (const failure of failures) say(`A reminder was not sent: ${failure}`);
    } catch (error) {
      say(`Reminders were not looked for: ${error instanceof Error ? error.message : String(error)}`);
    }
    timer = setTimeout(go, HOUR_MS).unref();
  };
  timer = setTimeout(go, FIRST_MS).unref();
  return () => clearTimeout(timer);
}
