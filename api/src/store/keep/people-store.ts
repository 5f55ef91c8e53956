import { randomUUID } from 'node:crypto';
import type { GivenRole, Person } from '@kith/core/keep/roles';
import { and, asc, desc, eq, gt, ne } from 'drizzle-orm';
import { passkey, session, user, verification } from '../../db/auth-schema.ts';
import type { Database } from '../open.ts';
import { organisationsOf, organisationsOfAll } from './organisation-store.ts';
import { hashOfToken, newToken } from './token-hash.ts';

/** A person as administrators see them. */
export interface PersonRow extends Person {
  readonly id: string;
  readonly email: string;
}

/** Where somebody is signed in. From where is not kept. */
export interface SessionRow {
  readonly id: string;
  /** ISO times. */
  readonly since: string;
  readonly until: string;
}

/** How long the link of an e-mail works. Long enough for slow mail, short enough for a shared computer. */
export const LINK_MINUTES = 15;

/** An address as it is kept and compared: people write theirs in capitals, and no mail server minds. */
export function plainEmail(given: string): string {
  return given.trim().toLowerCase();
}

/** Who somebody is and what they belong to; null where there is no such person (any more). */
export async function getPerson(db: Database, id: string): Promise<Person | null> {
  const [row] = await db.select({ role: user.givenRole }).from(user).where(eq(user.id, id));
  return row === undefined ? null : personWith(id, row.role, await organisationsOf(db, id));
}

function personWith<I extends string>(
  id: I,
  given: GivenRole | null,
  organisations: Person['organisations'],
): Person & { readonly id: I } {
  return { id, role: given ?? (organisations.length > 0 ? 'anchor' : 'contributor'), organisations };
}

/** Everyone who ever signed in or was named, by address. */
export async function listPeople(db: Database): Promise<PersonRow[]> {
  const organisations = await organisationsOfAll(db);
  const rows = await db
    .select({ id: user.id, email: user.email, role: user.givenRole })
    .from(user)
    .orderBy(asc(user.email));
  return rows.map(({ id, email, role }) => ({ email, ...personWith(id, role, organisations.get(id) ?? []) }));
}

/** The address of a person, to write to them; null where there is none. */
export async function emailOf(db: Database, id: string): Promise<string | null> {
  const [row] = await db.select({ email: user.email }).from(user).where(eq(user.id, id));
  return row?.email ?? null;
}

/** The person of an address, made where there is none yet: they find what they were given when they sign in. */
export async function personByEmail(db: Database, email: string, at: Date): Promise<string> {
  const values = { id: randomUUID(), email: plainEmail(email), createdAt: at, updatedAt: at };
  await db.insert(user).values(values).onConflictDoNothing({ target: user.email });
  const [row] = await db.select({ id: user.id }).from(user).where(eq(user.email, values.email));
  if (row === undefined) throw new Error('A person who was just added is not there.');
  return row.id;
}

/** Gives a role, or takes it away. It holds from their next request on. @returns false where there is no such person */
export async function giveRole(db: Database, id: string, role: GivenRole | null, at: Date): Promise<boolean> {
  const rows = await db
    .update(user)
    .set({ givenRole: role, updatedAt: at })
    .where(eq(user.id, id))
    .returning({ id: user.id });
  return rows.length > 0;
}

/** Where a person is signed in now, newest first. */
export async function listSessions(db: Database, personId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db
    .select({ id: session.id, since: session.createdAt, until: session.expiresAt })
    .from(session)
    .where(and(eq(session.userId, personId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt), asc(session.id));
  return rows.map(({ id, since, until }) => ({
    id,
    since: since.toISOString(),
    until: until.toISOString(),
  }));
}

/** Ends one session of a person, at once. @returns false where they have no such session */
export async function endSession(db: Database, personId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(session)
    .where(and(eq(session.userId, personId), eq(session.id, id)))
    .returning({ id: session.id });
  return rows.length > 0;
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(db: Database, personId: string, but: string): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, personId), ne(session.id, but)));
}

/** A passkey of a person, by the name they gave it. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string | null;
  /** ISO time. */
  readonly since: string | null;
}

export async function listPasskeys(db: Database, personId: string): Promise<PasskeyRow[]> {
  const rows = await db
    .select({ id: passkey.id, name: passkey.name, since: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, personId))
    .orderBy(asc(passkey.createdAt), asc(passkey.id));
  return rows.map(({ id, name, since }) => ({ id, name, since: since?.toISOString() ?? null }));
}

/** @returns false where they have no such passkey */
export async function dropPasskey(db: Database, personId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(passkey)
    .where(and(eq(passkey.userId, personId), eq(passkey.id, id)))
    .returning({ id: passkey.id });
  return rows.length > 0;
}

/**
 * Makes the token of a link that signs somebody in, as the sign-in library keeps its own: once, and for
 * `LINK_MINUTES`. For the command line, which has no server to ask.
 */
export async function makeSignInToken(db: Database, email: string, now: Date): Promise<string> {
  const token = newToken();
  await db.insert(verification).values({
    id: randomUUID(),
    identifier: hashOfToken(token),
    value: JSON.stringify({ email: plainEmail(email) }),
    expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
    createdAt: now,
    updatedAt: now,
  });
  return token;
}
