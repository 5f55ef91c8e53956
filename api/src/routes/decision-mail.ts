import { type Mail, type Mailer, oneLine } from '../mail/mailer.ts';
import type { ToTell } from '../store/keep/decide.ts';
import type { SameAs } from '../store/keep/same-as.ts';

/** What somebody who signed in is told of what they sent. @param origin where people reach Kith */
export function decisionMail(origin: string, to: string, told: ToTell): Mail {
  const { title, reference, accepted, note, same } = told;
  const name = oneLine(title);
  const address = `${origin}/me?sent=${reference}`;
  return {
    to,
    subject: accepted ? `Kith: what you sent about ${name} is in` : `Kith: what you sent about ${name}`,
    text: [
      accepted
        ? `Thank you. A steward looked at what you sent about ${name} and took it over.`
        : `Thank you for what you sent about ${name}. A steward looked at it and did not take it over.`,
      ...(same === null ? [] : [sameWords(origin, same)]),
      ...(note === null ? [] : [`The steward says:\n${note}`]),
      `Your reference is ${reference}. See what became of what you sent here:\n${address}`,
    ].join('\n\n'),
  };
}

function sameWords(origin: string, { listed }: SameAs): string {
  if (listed === null) {
    return 'Somebody else sent this place too. Once it is on Kith you find a link to it under your reference.';
  }
  return `Kith has this place already: it is called “${oneLine(listed.name)}” here.\n${origin}/find?place=${listed.id}`;
}

/**
 * Sends each of them a letter. A letter that does not go out undoes nothing: the answer stands under the reference.
 * @param failed told of every letter that did not go out
 */
export async function tellSenders(
  toTell: readonly ToTell[],
  emailOf: (personId: string) => Promise<string | null>,
  { mailer, origin }: { readonly mailer: Mailer; readonly origin: string },
  failed: (error: unknown) => void,
): Promise<void> {
  for (const each of toTell) {
    try {
      const to = await emailOf(each.userId);
      if (to !== null) await mailer.send(decisionMail(origin, to, each));
    } catch (error) {
      failed(error);
    }
  }
}
