import { z } from 'zod';
import { type Checked, checkValue } from './check-value.ts';

/** A text of an organisation's contact, checked and tidied as the same field of a place is. */
const contact = (field: 'phone' | 'email' | 'website') =>
  z
    .string()
    .max(400, 'Keep it under 400 characters.')
    .nullable()
    .transform((given, context): string | null => {
      const checked: Checked = checkValue(field, given);
      if (checked.ok) return checked.value as string | null;
      context.addIssue({ code: 'custom', message: checked.problem });
      return z.NEVER;
    });

/** How the public reaches an organisation. Never a private person's: whoever looks at a place it keeps may read it. */
export const organisationContactSchema = z.object({
  website: contact('website'),
  phone: contact('phone'),
  email: contact('email'),
});
export type OrganisationContact = z.infer<typeof organisationContactSchema>;

export const organisationNameSchema = z
  .string()
  .trim()
  .min(2, 'Say what the organisation is called.')
  .max(120, 'Keep the name under 120 characters.');

/** A new organisation, as a steward makes it. */
export const newOrganisationSchema = z.object({
  name: organisationNameSchema,
  website: organisationContactSchema.shape.website.default(null),
  phone: organisationContactSchema.shape.phone.default(null),
  email: organisationContactSchema.shape.email.default(null),
});
export type NewOrganisation = z.input<typeof newOrganisationSchema>;

const TOLD = ['name', 'website', 'phone', 'email'] as const;

/**
 * What is put right about one: its contact, and by a steward its name. What is left out stays. `was` is what whoever
 * puts it right saw of the same fields: where something else stands by now nothing is kept.
 */
export const organisationChangeSchema = organisationContactSchema
  .extend({ name: organisationNameSchema })
  .partial()
  .extend({
    was: z
      .object({
        name: z.string(),
        website: z.string().nullable(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
      })
      .partial()
      .default({}),
  })
  .refine(({ was: _, ...change }) => Object.keys(change).length > 0, { error: 'Say what is to change.' })
  .superRefine(({ was, ...change }, context) => {
    const unseen = TOLD.filter((field) => change[field] !== undefined && was[field] === undefined);
    if (unseen.length === 0) return;
    const message = `Say in "was" what it said before (${unseen.join(', ')}): read the organisation, then send what you saw with your change. Nothing was kept, so nobody else’s change is written over.`;
    context.addIssue({ code: 'custom', path: ['was'], message });
  });
export type OrganisationChange = z.input<typeof organisationChangeSchema>;

/** A place that an organisation keeps. */
export const keptPlaceSchema = z.object({
  placeId: z.string(),
  name: z.string(),
  freshness: z.enum(['fresh', 'due', 'stale', 'old']).nullable(),
  /** ISO day; null: nobody has. */
  checkedOn: z.string().nullable(),
});
export type KeptPlace = z.infer<typeof keptPlaceSchema>;

/** An organisation as everyone may read it. */
export const organisationSchema = organisationContactSchema.extend({
  id: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  keeps: z.array(keptPlaceSchema),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** One line of the list of all organisations. */
export const organisationLineSchema = z.object({
  id: z.string(),
  name: z.string(),
  members: z.int(),
  keeps: z.int(),
});
export type OrganisationLine = z.infer<typeof organisationLineSchema>;

/** Somebody who acts for an organisation, by the address they sign in with: for its other members and stewards. */
export const memberSchema = z.object({
  personId: z.string(),
  email: z.string(),
  /** ISO time. */
  since: z.string(),
});
export type Member = z.infer<typeof memberSchema>;

/** What came of letting somebody act for it: who they are, and whether a letter tells them. */
export const namedMemberSchema = z.object({
  personId: z.string(),
  /** `sent`: on its way; `outbox`: no mail server is set, so they have to be told; `none`: they act for it already. */
  letter: z.enum(['sent', 'outbox', 'none']),
});
export type NamedMember = z.infer<typeof namedMemberSchema>;

/** A key of an organisation to the API, as its members see it: never the key itself. */
export const organisationKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** ISO time. */
  since: z.string(),
  /** ISO day of its last use; null: never. */
  lastUsedOn: z.string().nullable(),
});
export type OrganisationKey = z.infer<typeof organisationKeySchema>;
