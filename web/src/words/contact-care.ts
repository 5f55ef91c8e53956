import { type Contact, privateContactReasons } from '@kith/core/keep/private-contact';

/**
 * What somebody is asked, kindly and before they send it, of a contact that may be a private person's. Null where
 * nothing looks so. It may be sent all the same: where a steward looks first, they are told too, and decide.
 */
export function contactCare(contact: Contact): string | null {
  if (privateContactReasons(contact).length === 0) return null;
  const what = typeof contact.phone === 'string' ? 'number' : 'address';
  return `This looks like somebody’s own ${what}. Everyone will be able to see it. Give it only if the place itself tells it to the public, as on its door or its page.`;
}
