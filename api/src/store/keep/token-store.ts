import { randomUUID } from 'node:crypto';
import type { OrganisationKey } from '@kith/core/keep/organisation';
import type { OrganisationName } from '@kith/core/keep/roles';
import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
import { apiToken, organisation } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { hashOfToken, newToken } from './token-hash.ts';

/** Keys begin so, that a person, or a program that looks for keys left lying about, knows what one is. */
export const TOKEN_PREFIX = 'kith_';

/**
 * Makes a key for an organisation's programs.
 * @param by author of the log: who made it
 * @returns its id, and the key: this is the only time that anyone sees it
 */
export async function makeApiToken(
  db: Database,
  organisationId: string,
  name: string,
  by: string,
  at: string,
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = `${TOKEN_PREFIX}${newToken()}`;
  await db
    .insert(apiToken)
    .values({ id, tokenHash: hashOfToken(token), organisationId, name, createdBy: by, createdAt: at });
  return { id, token };
}

/** The keys of an organisation that work, newest first. */
export async function listApiTokens(db: Database, organisationId: string): Promise<OrganisationKey[]> {
  const rows = await db
    .select()
    .from(apiToken)
    .where(and(eq(apiToken.organisationId, organisationId), isNull(apiToken.revokedAt)))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id));
  return rows.map(({ id, name, createdAt, lastUsedOn }) => ({ id, name, since: createdAt, lastUsedOn }));
}

/** Ends a key of an organisation, at once. @returns false where it has no such key */
export async function revokeApiToken(
  db: Database,
  organisationId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const rows = await db
    .update(apiToken)
    .set({ revokedAt: at })
    .where(and(eq(apiToken.organisationId, organisationId), eq(apiToken.id, id), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  return rows.length > 0;
}

/** Whose key it is; null for what is none, or none any more. Its use is noted once a day. @param day ISO day */
export async function organisationOfToken(
  db: Database,
  token: string,
  day: string,
): Promise<OrganisationName | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  const [row] = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      token: apiToken.id,
      lastUsedOn: apiToken.lastUsedOn,
    })
    .from(apiToken)
    .innerJoin(organisation, eq(organisation.id, apiToken.organisationId))
    .where(and(eq(apiToken.tokenHash, hashOfToken(token)), isNull(apiToken.revokedAt)));
  if (row === undefined) return null;
  if (row.lastUsedOn !== day) {
    await db
      .update(apiToken)
      .set({ lastUsedOn: day })
      .where(and(eq(apiToken.id, row.token), or(isNull(apiToken.lastUsedOn), ne(apiToken.lastUsedOn, day))));
  }
  return { id: row.id, name: row.name };
}
