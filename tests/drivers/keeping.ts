import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sendReminders } from '@kith/api/remind/send-reminders';
import { startKeeping } from '@kith/api/store/keep/keeper-store';
import { addMember, createOrganisation } from '@kith/api/store/keep/organisation-store';
import { giveRole, personByEmail } from '@kith/api/store/keep/people-store';
import { openDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import type { GivenRole } from '@kith/core/keep/roles';
import { expect } from 'vitest';
import type { KithServer } from './kith-server.ts';
import type { Town } from './town.ts';

/** Where the link of a letter leads on the server under test, and its token. */
function linkIn(letter: string, screen: 'sign-in' | 'remind'): string | undefined {
  return new RegExp(`/${screen}#token=\\S+`).exec(letter)?.[0];
}

/** The links that were sent to an address, oldest first. The letters lie in the outbox beside the database. */
function signInLinks(server: KithServer, email: string): string[] {
  const folder = join(dirname(server.db), 'outbox');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((letter) => letter.includes(`\nTo: ${email}\n`))
    .flatMap((letter) => linkIn(letter, 'sign-in') ?? []);
}

/** The link of the letter that something has sent to an address, as a path of Kith. */
export async function signInLink(
  server: KithServer,
  email: string,
  ask: () => Promise<unknown>,
): Promise<string> {
  const before = signInLinks(server, email).length;
  await ask();
  await expect.poll(() => signInLinks(server, email).length, { timeout: 10_000 }).toBe(before + 1);
  return signInLinks(server, email).at(-1) ?? '';
}

/** Signs somebody in as they do it themselves: by the link of a letter, and a press. */
export async function signIn(town: Town, server: KithServer, email: string): Promise<void> {
  const { page } = town;
  const ask = () => page.request.post(`${server.url}/api/sign-in`, { data: { email } });
  const link = await signInLink(server, email, ask);
  await page.goto(new URL(page.url()).origin + link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('You are signed in as').waitFor();
}

/** Names somebody to a role, as the command line does. */
export async function nameRole(server: KithServer, email: string, role: GivenRole): Promise<void> {
  await within(server, async (db) =>
    giveRole(db, await personByEmail(db, email, new Date()), role, new Date()),
  );
}

/** Lets somebody's organisation keep a place that was last checked on a day. */
export async function keepPlace(
  server: KithServer,
  {
    email,
    organisation,
    placeId,
    checkedOn,
  }: Record<'email' | 'organisation' | 'placeId' | 'checkedOn', string>,
): Promise<void> {
  await within(server, async (db, run) => {
    const at = new Date();
    const id = await createOrganisation(db, { name: organisation, website: null }, at.toISOString());
    await addMember(db, id, await personByEmail(db, email, at), at.toISOString());
    await startKeeping(db, placeId, id, 1, at.toISOString());
    await run('update place set checked_on = ? where id = ?', [checkedOn, placeId]);
  });
}

/** Sends the reminders that are due. @returns their links, as paths of Kith */
export async function remindNow(server: KithServer): Promise<string[]> {
  const links: string[] = [];
  await within(server, async (db) => {
    const send = async ({ text }: { readonly text: string }) => {
      links.push(linkIn(text, 'remind') ?? '');
    };
    await sendReminders({ stores: createStores(db), mailer: { send }, origin: server.url, now: new Date() });
  });
  return links;
}

type Db = Awaited<ReturnType<typeof openDatabase>>['db'];
async function within(
  server: KithServer,
  act: (db: Db, run: (sql: string, args: string[]) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const open = await openDatabase({ kind: 'file', path: server.db, label: server.db }, 10_000);
  try {
    await act(open.db, (sql, args) => open.client.execute({ sql, args }));
  } finally {
    open.close();
  }
}
