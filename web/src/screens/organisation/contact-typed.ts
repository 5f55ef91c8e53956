import { checkValue } from '@kith/core/keep/check-value';
import type { FormProblem } from '../../ui/form-problems.ts';

/** The name and public contact of an organisation as they are typed. */
export interface ContactTyped {
  name: string;
  website: string;
  phone: string;
  email: string;
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
