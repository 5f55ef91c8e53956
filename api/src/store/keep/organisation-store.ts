import { randomUUID } from 'node:crypto';
import type { Member, OrganisationContact, OrganisationLine } from '@kith/core/keep/organisation';
import type { OrganisationName } from '@kith/core/keep/roles';
import { and, asc, eq, sql } from 'drizzle-orm';
import { user } from '../../db/auth-schema.ts';
import { organisation, organisationMember } from '../../db/keeping-schema.ts';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { wordsOfAuthors } from './author-words.ts';
import { ChangedMeanwhile } from './refusals.ts';

/** An organisation without what it keeps. */
export interface OrganisationRow extends OrganisationName, OrganisationContact {}

/** Adds an organisation. @returns its id, made by chance */
export async function createOrganisation(
  db: Database,
  {
    name,
    website,
    phone = null,
    email = null,
  }: Pick<OrganisationRow, 'name' | 'website'> & Partial<OrganisationContact>,
  at: string,
): Promise<string> {
  const id = randomUUID();
  await db.insert(organisation).values({ id, name, website, phone, email, at });
  return id;
}

export async function getOrganisation(db: Database, id: string): Promise<OrganisationRow | null> {
  const [row] = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      website: organisation.website,
      phone: organisation.phone,
      email: organisation.email,
    })
    .from(organisation)
    .where(eq(organisation.id, id));
  return row ?? null;
}

type Told = Partial<OrganisationContact & { readonly name: string }>;
const TOLD = ['name', 'website', 'phone', 'email'] as const;

/**
 * Puts its name or its contact right. Who did, when, and what it said before stays in the log.
 * @param was what whoever puts it right saw of the same fields
 * @returns false where there is no such organisation
 * @throws ChangedMeanwhile where something else stands by now
 */
export async function changeOrganisation(
  db: Database,
  id: string,
  change: Told,
  was: Told,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const now = await getOrganisation(tx, id);
    if (now === null) return false;
    const fields = TOLD.filter((field) => change[field] !== undefined && change[field] !== now[field]);
    const apart = fields.filter((field) => was[field] !== now[field]);
    if (apart.length > 0) {
      const theirs = await lastChange(tx, id);
      throw new ChangedMeanwhile(
        apart.map((field) => ({ field, yours: change[field] ?? null, theirs: now[field], ...theirs })),
      );
    }
    if (fields.length === 0) return true;
    const before = fields.map((field) => `${field} was ${now[field] ?? 'not known'}`).join(', ');
    await logChange(tx, { kind: 'edit', at, author, summary: `${contactWordsBegin(id)}${before}` });
    await tx.update(organisation).set(change).where(eq(organisation.id, id));
    return true;
  });
}

/** As what the log says of its contact begins. It is named as the log names it: what it is called may change, or be another's too. */
export const contactWordsBegin = (id: string): string => `Contact of org:${id}: `;

/** Who put its contact right last, in words, and when. */
async function lastChange(db: Database, id: string): Promise<{ by: string; at: string }> {
  const [last] = await db.all<{ author: string; at: string }>(sql`
    select author, at from change where kind = 'edit' and instr(summary, ${contactWordsBegin(id)}) = 1
    order by id desc limit 1`);
  const words = last && (await wordsOfAuthors(db, [last.author])).get(last.author);
  return { by: words ?? 'somebody else', at: last?.at ?? '' };
}

/** All organisations, by name. */
export async function listOrganisations(db: Database): Promise<OrganisationLine[]> {
  return db.all<OrganisationLine>(sql`
    select o.id, o.name,
      (select count(*) from organisation_member m where m.organisation_id = o.id) as members,
      (select count(*) from keeper k where k.organisation_id = o.id and k.until is null) as keeps
    from ${organisation} o order by o.name collate nocase, o.id`);
}

/** Makes a person a member. @returns false where they were one before */
export async function addMember(
  db: Database,
  organisationId: string,
  personId: string,
  at: string,
): Promise<boolean> {
  const rows = await db
    .insert(organisationMember)
    .values({ organisationId, userId: personId, since: at })
    .onConflictDoNothing()
    .returning({ id: organisationMember.userId });
  return rows.length > 0;
}

/**
 * A person acts for an organisation no longer. Of who never signed in and has nothing else here the address goes too:
 * only this was why it was known.
 * @returns false where the person was no member
 */
export async function removeMember(db: Database, organisationId: string, personId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .delete(organisationMember)
      .where(
        and(eq(organisationMember.organisationId, organisationId), eq(organisationMember.userId, personId)),
      )
      .returning({ id: organisationMember.userId });
    if (rows.length === 0) return false;
    await tx.run(sql`delete from ${user} where id = ${personId} and email_verified = 0 and given_role is null
      and not exists (select 1 from organisation_member where user_id = ${personId})
      and not exists (select 1 from session where user_id = ${personId})
      and not exists (select 1 from waiting where user_id = ${personId})`);
    return true;
  });
}

export async function listMembers(db: Database, organisationId: string): Promise<Member[]> {
  return db
    .select({ personId: user.id, email: user.email, since: organisationMember.since })
    .from(organisationMember)
    .innerJoin(user, eq(user.id, organisationMember.userId))
    .where(eq(organisationMember.organisationId, organisationId))
    .orderBy(asc(organisationMember.since), asc(user.email));
}

/** What a person belongs to, by name. */
export async function organisationsOf(db: Database, personId: string): Promise<OrganisationName[]> {
  return db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisationMember)
    .innerJoin(organisation, eq(organisation.id, organisationMember.organisationId))
    .where(eq(organisationMember.userId, personId))
    .orderBy(asc(organisation.name), asc(organisation.id));
}

/** The same for everyone at once, by the id of the person. */
export async function organisationsOfAll(db: Database): Promise<Map<string, OrganisationName[]>> {
  const rows = await db
    .select({ personId: organisationMember.userId, id: organisation.id, name: organisation.name })
    .from(organisationMember)
    .innerJoin(organisation, eq(organisation.id, organisationMember.organisationId))
    .orderBy(asc(organisation.name), asc(organisation.id));
  const all = new Map<string, OrganisationName[]>();
  for (const { personId, id, name } of rows) {
    const theirs = all.get(personId) ?? [];
    theirs.push({ id, name });
    all.set(personId, theirs);
  }
  return all;
}
