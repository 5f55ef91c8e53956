/**
 * A listing carries the public contact of an organisation. What looks like a private person's is said to the steward,
 * who decides: a guess, and never a refusal, since many a village hall has only its secretary's mobile.
 */

/** Where people have their own mail. The large ones of Britain; an organisation may use them too. */
const PERSONAL_MAIL = new Set(
  (
    'aol.com blueyonder.co.uk btinternet.com btopenworld.com fastmail.com gmail.com gmx.com gmx.co.uk googlemail.com ' +
    'hotmail.co.uk hotmail.com icloud.com live.co.uk live.com mac.com mail.com me.com msn.com ntlworld.com ' +
    'outlook.com plusnet.com proton.me protonmail.com sky.com talk21.com talktalk.net tiscali.co.uk virginmedia.com ' +
    'yahoo.co.uk yahoo.com ymail.com zoho.com'
  ).split(' '),
);

/** Words before the @ that belong to a post and not to a person. */
const OF_A_POST =
  /^(admin|book(ing|ings)?|caretaker|chair|clerk|club|committee|community|contact|enquir(y|ies)|events?|friends|group|hall|hello|help|hire|hub|info|information|inquiries|library|mail|manager|office|parish|reception|secretary|society|team|trust|treasurer|village|volunteers?|warden)/;

/** Two words with a dot, a dash or an underscore between, as in `jane.smith`, or an initial and a name, `j.smith`. */
const A_PERSONS_NAME = /^[a-z]+[._-][a-z]{2,}\d{0,4}$/;

/** UK mobile numbers begin 07, save 070 (forwarding) and 076 (pagers); 07624 is the Isle of Man's mobiles. */
const MOBILE = /^(?:\+?44|0044)?0?7(?:[1-57-9]|624)/;

export interface Contact {
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** Why a contact may be a private person's, in words for a steward; empty where nothing looks so. */
export function privateContactReasons({ phone, email }: Contact): string[] {
  const reasons: string[] = [];
  if (typeof phone === 'string' && isMobile(phone)) {
    reasons.push('The phone is a mobile: it may be a private person’s.');
  }
  if (typeof email === 'string' && email.includes('@')) {
    const [before = '', domain = ''] = email.trim().toLowerCase().split('@');
    const post = OF_A_POST.test(before);
    if (!post && A_PERSONS_NAME.test(before)) {
      reasons.push('The e-mail address has a person’s name in it.');
    } else if (!post && PERSONAL_MAIL.has(domain)) {
      reasons.push(`The e-mail address is at ${domain}, where people have their own: it may be private.`);
    }
  }
  return reasons;
}

function isMobile(phone: string): boolean {
  return phone.split(/[;,/]|\bor\b/).some((one) => MOBILE.test(one.replace(/[\s().-]/g, '')));
}
