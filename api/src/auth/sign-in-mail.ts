import type { Mail } from '../mail/mailer.ts';
import { LINK_MINUTES } from '../store/keep/people-store.ts';

/**
 * The link of a token. It stands behind `#`, which no browser sends to a server: so it is in no log, here or on the
 * way. Programs that look into letters open every link in them; this one opens a page with a button.
 */
export function signInLink(origin: string, token: string): string {
  return `${origin}/sign-in#token=${token}`;
}

/** The letter with the link: the same for who is known and who is new. */
export function signInMail(origin: string, to: string, token: string): Mail {
  return {
    to,
    subject: 'Sign in to Kith',
    text: `Hello,

Somebody, most likely you, asked to sign in to Kith with this address. Open this link and press the button there:

${signInLink(origin, token)}

It works once, and for ${LINK_MINUTES} minutes. If it was not you, do nothing: without the link nobody gets in.

Kith: places that keep people connected
${origin}
`,
  };
}
