import { spawnSync } from 'node:child_process';
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

const ROOT = join(import.meta.dirname, '..', '..');

/** Where the link of a letter leads on the server under test, and its token. */
function linkIn(letter: string, screen: 'sign-in' | 'remind'): string | undefined {
  return new RegExp(`/${screen}#token=\\S+`).exec(letter)?.[0];
}

/** The links that were sent to an address, oldest first. The letters lie in the outbox beside the database. */
function linksTo(server: KithServer, email: string, screen: 'sign-in' | 'remind'): string[] {
  const folder = join(dirname(server.db), 'outbox');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((letter) => letter.includes(`\nTo: ${email}\n`))
    .flatMap((letter) => linkIn(letter, screen) ?? []);
}

/** The link of the letter that something has sent to an address, as a path of Kith. */
export async function signInLink(
  server: KithServer,
  email: string,
  ask: () => Promise<unknown>,
): Promise<string> {
  const links = () => linksTo(server, email, 'sign-in');
  const before = links().length;
  await ask();
  await expect.poll(() => links().length).toBe(before + 1);
  return links().at(-1) ?? '';
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

/** Lets the time pass: somebody checked the place last on a day long gone. */
export async function lastChecked(server: KithServer, placeId: string, day: string): Promise<void> {
  await within(server, (_, run) => run('update place set checked_on = ? where id = ?', [day, placeId]));
}

/** Sends the reminders that are due, as `npm run remind` does. @returns the newest link to an address, of its letter */
export function remindByLetter(server: KithServer, email: string): string {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join('scripts', 'remind', 'index.ts')], {
    cwd: ROOT,
    env: { ...process.env, KITH_DB: server.db, KITH_ORIGIN: server.url },
    encoding: 'utf8',
  });
  expect(run.stdout + run.stderr).toContain('Reminders sent: 1.');
  return linksTo(server, email, 'remind').at(-1) ?? '';
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
