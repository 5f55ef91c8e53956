import type { NamedMember } from '@kith/core/keep/organisation';

/** What came of letting somebody act for an organisation: what holds now, and whether a letter tells them. */
export function namedWords(email: string, organisation: string, letter: NamedMember['letter']): string {
  if (letter === 'none') return `${email} acts for ${organisation} already. No new letter goes out.`;
  const now = `${email} can act for ${organisation} from now on, as soon as they sign in with this address.`;
  return letter === 'sent'
    ? `${now} A letter is on its way to them. If it does not come, tell them yourself.`
    : `${now} This Kith sends no e-mail, so tell them yourself.`;
}
