import { dayInWords } from '@kith/core/keep/calendar';
import type { Mail } from '../mail/mailer.ts';
import { LINK_DAYS, type ToRemind } from '../store/keep/reminder-store.ts';

/**
 * The link of a reminder. As with signing in, the token stands behind `#`, so it is in no log; and the link opens a page
 * with buttons, since programs that look into letters open every link in them.
 */
export function reminderLink(origin: string, token: string): string {
  return `${origin}/remind#token=${token}`;
}

export function reminderMail(origin: string, to: ToRemind, token: string): Mail {
  return {
    to: to.email,
    subject: `Is ${to.placeName} still right on Kith?`,
    text: `Hello,

${to.organisationName} keeps ${to.placeName} on Kith. ${howItStands(to)}

Open this link and press "Still right" or "It has closed". You need not sign in:

${reminderLink(origin, token)}

It works once, and for ${LINK_DAYS} days. To change what is listed, open the place and press "Change this":

${origin}/find?place=${to.placeId}

If you have nothing to do with ${to.placeName} any more, do nothing.

Kith: places that keep people connected
${origin}
`,
  };
}

/** What nobody has checked is as old as its lists say, and never sinks: then nothing is said of a day. */
function howItStands({ checkedOn, staleOn }: ToRemind): string {
  if (checkedOn === null) return 'Nobody has checked it on Kith yet.';
  return `It was last checked on ${dayInWords(checkedOn)}. From ${dayInWords(staleOn)} it will be shown after places that were checked more lately.`;
}
