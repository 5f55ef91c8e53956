import { type Contact, privateContactReasons } from '@kith/core/keep/private-contact';

/**
 * What somebody is asked, kindly and before they send it, of a contact that may be a private person's. Null where
 * nothing looks so. It may be sent all the same: a steward is told too, and decides.
 */
export function contactCare(contact: Contact): string | null {
  if (privateContactReasons(contact).length === 0) return null;
  const what = typeof contact.phone === 'string' ? 'number' : 'address';
  return `This looks like somebody’s own ${what}. Everyone will be able to see it. Give it only if the place tells it to the public, as on its door or its page. A steward looks at it first.`;
}
