import { organisationContactSchema } from '@kith/core/keep/organisation';
import { z } from 'zod';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Acceptance, Accepted } from './accept.ts';
import { startKeeping } from './keeper-store.ts';
import { addMember, createOrganisation, getOrganisation, listMembers } from './organisation-store.ts';
import { NotNow, NotThere } from './refusals.ts';
import { standingClaims } from './standing-claims.ts';
import type { WaitingRow } from './waiting-store.ts';

/** What is asked with "We run this place": an organisation that Kith knows, or the name of one that it does not. */
export const askedToKeepSchema = z
  .object({
    organisationId: z.uuid().nullable().default(null),
    organisationName: z
      .string()
      .trim()
      .min(2, 'Say what your organisation is called.')
      .max(120)
      .nullable()
      .default(null),
    /** A public page by which a steward can tell that the organisation is what it says it is. */
    website: organisationContactSchema.shape.website.default(null),
    words: z.string().trim().max(500, 'Keep it under 500 characters.').nullable().default(null),
  })
  .refine((asked) => (asked.organisationId === null) !== (asked.organisationName === null), {
    error: 'Name your organisation: one that is known here, or a new one.',
    path: ['organisationName'],
  });
export type AskedToKeep = z.infer<typeof askedToKeepSchema>;

/** Lets whoever asked keep the place: the organisation is made where it is new, and they belong to it from now on. */
export async function acceptKeep(db: Database, row: WaitingRow, by: Acceptance): Promise<Accepted> {
  if (row.placeId === null) throw new NotThere('This names no place.');
  const asked = askedToKeepSchema.parse(JSON.parse(row.body));
  const { placeId } = await standingClaims(db, row.placeId);
  const { id, name } = await organisationFor(db, asked, by.at);
  if (row.userId !== null) await addMember(db, id, row.userId, by.at);
  else if ((await listMembers(db, id)).length === 0) {
    throw new NotNow(
      `Whoever asked has no account any more, and nobody acts for ${name}: nobody could look after this listing. Turn it down, or name somebody on the page of the organisation first.`,
    );
  }
  const summary = `Kept by ${name} from now on`;
  const changeId = await logChange(db, { kind: 'edit', at: by.at, author: by.author, summary });
  await startKeeping(db, placeId, id, changeId, by.at);
  return { changeId, placeId };
}

async function organisationFor(
  db: Database,
  asked: AskedToKeep,
  at: string,
): Promise<{ id: string; name: string }> {
  if (asked.organisationId === null) {
    const name = asked.organisationName ?? '';
    return { id: await createOrganisation(db, { name, website: asked.website }, at), name };
  }
  const known = await getOrganisation(db, asked.organisationId);
  if (known === null) throw new NotThere('There is no such organisation any more.');
  return known;
}
