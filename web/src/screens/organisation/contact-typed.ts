import { checkValue } from '@kith/core/keep/check-value';
import type { Organisation, OrganisationChange } from '@kith/core/keep/organisation';
import type { FormProblem } from '../../ui/form-problems.ts';

/** The name and public contact of an organisation as they are typed. */
export interface ContactTyped {
  name: string;
  website: string;
  phone: string;
  email: string;
}

export const CONTACT_FIELDS = ['name', 'website', 'phone', 'email'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export const CONTACT_LABELS: Readonly<Record<ContactField, string>> = {
  name: 'Name',
  website: 'Website',
  phone: 'Phone',
  email: 'E-mail',
};

/** The same as Kith has it. */
export type ContactKnown = Pick<Organisation, ContactField>;

/** What is known, as it stands in the fields. */
export function contactTyped({ name, website, phone, email }: ContactKnown): ContactTyped {
  return { name, website: website ?? '', phone: phone ?? '', email: email ?? '' };
}

/**
 * What somebody changed of what they saw, as it is sent: each field with what stood there. Null where they changed
 * nothing: what they left alone is not sent, so what another said of it meanwhile stands.
 */
export function contactChange(typed: ContactTyped, seen: ContactKnown): OrganisationChange | null {
  const [said, before] = [contactSaid(typed), contactSaid(contactTyped(seen))];
  const touched = CONTACT_FIELDS.filter((field) => said[field] !== before[field]);
  const pick = (from: ContactKnown) => Object.fromEntries(touched.map((field) => [field, from[field]]));
  return touched.length === 0 ? null : { ...pick(said), was: pick(seen) };
}

/** Where something else stands by now: what was typed stays, and what was left alone says what stands. */
export function contactAfter(typed: ContactTyped, seen: ContactKnown, now: ContactKnown): ContactTyped {
  const touched = contactChange(typed, seen) ?? {};
  const fresh = contactTyped(now);
  const kept = CONTACT_FIELDS.map((field) => [field, field in touched ? typed[field] : fresh[field]]);
  return Object.fromEntries(kept) as unknown as ContactTyped;
}

/** What is wrong, each by the control that it is about, by the rules of the same fields of a place. */
export function contactProblems(typed: ContactTyped): FormProblem[] {
  const problems = (['website', 'phone', 'email'] as const).flatMap((field) => {
    const checked = checkValue(field, typed[field]);
    return checked.ok ? [] : [{ field: `organisation-${field}`, words: checked.problem.replace(/\.$/, '') }];
  });
  const letters = typed.name.trim().length;
  if (letters < 2) {
    return [{ field: 'organisation-name', words: 'Say what the organisation is called' }, ...problems];
  }
  if (letters <= 120) return problems;
  return [{ field: 'organisation-name', words: 'Keep the name under 120 characters' }, ...problems];
}

/** The same as it is sent: what is left empty is nothing. */
export function contactSaid({ name, website, phone, email }: ContactTyped) {
  const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return { name: name.trim(), website: said(website), phone: said(phone), email: said(email) };
}
