import { expect, it } from 'vitest';
import { contactCare } from './contact-care.ts';

it.each([
  [{ phone: '07700 900123' }, /own number/],
  [{ email: 'jane.smith@example.org' }, /own address/],
  [{ email: 'wiggles@gmail.com' }, /own address/],
] as const)('asks with care: %j', (contact, words) => expect(contactCare(contact)).toMatch(words));

it.each([{ phone: '0116 496 0000' }, { email: 'hall@gmail.com' }, { phone: '' }, { email: 'jane' }] as const)(
  'says nothing of %j',
  (contact) => expect(contactCare(contact)).toBeNull(),
);
