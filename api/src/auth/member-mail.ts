import { type Mail, oneLine } from '../mail/mailer.ts';

/** The letter to somebody who may act for an organisation from now on. It signs nobody in: its link leads to the form. */
export function memberMail(origin: string, to: string, organisation: string): Mail {
  const name = oneLine(organisation);
  return {
    to,
    subject: `Kith: you can act for ${name}`,
    text: `Hello,

Somebody of ${name} named this address as one that looks after its places on Kith. To begin, sign in with it here. There is no password: you get a link.

${origin}/sign-in

You do not know ${name}? Then do nothing: without signing in nothing is yours to do.

Kith: places that keep people connected
${origin}
`,
  };
}
