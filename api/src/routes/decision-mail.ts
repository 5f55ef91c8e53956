import { type Mail, type Mailer, oneLine } from '../mail/mailer.ts';
import type { ToTell } from '../store/keep/decide.ts';

/** What somebody who signed in is told of what they sent. */
export function decisionMail(to: string, { title, reference, accepted, note }: ToTell): Mail {
  const name = oneLine(title);
  return {
    to,
    subject: accepted ? `Kith: what you sent about ${name} is in` : `Kith: what you sent about ${name}`,
    text: [
      accepted
        ? `Thank you. A steward looked at what you sent about ${name} and took it over.`
        : `Thank you for what you sent about ${name}. A steward looked at it and did not take it over.`,
      ...(note === null || note === '' ? [] : [`The steward says:\n${note}`]),
      `Your reference is ${reference}.`,
    ].join('\n\n'),
  };
}

/**
 * Sends each of them a letter. A letter that does not go out undoes nothing: the answer stands under the reference.
 * @param failed told of every letter that did not go out
 */
export async function tellSenders(
  toTell: readonly ToTell[],
  emailOf: (personId: string) => Promise<string | null>,
  mailer: Mailer,
  failed: (error: unknown) => void,
): Promise<void> {
  for (const each of toTell) {
    try {
      const to = await emailOf(each.userId);
      if (to !== null) await mailer.send(decisionMail(to, each));
    } catch (error) {
      failed(error);
    }
  }
}
