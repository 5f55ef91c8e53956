import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseSetting } from '@kith/api/store/database-setting';
import { makeSignInToken } from '@kith/api/store/keep/people-store';
import { openDatabase } from '@kith/api/store/open';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, WIDE } from '../drivers/browser.ts';
import { KithServer } from '../drivers/kith-server.ts';
import { Town } from '../drivers/town.ts';

let browser: Browser;
let server: KithServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-passkey-'));
  copyFileSync(inject('seededDb'), join(folder, 'kith.db'));
  [browser, server] = await Promise.all([openBrowser(), KithServer.start(join(folder, 'kith.db'))]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Of a link as the command line prints it: this is not about letters. */
async function tokenFor(email: string): Promise<string> {
  const open = await openDatabase(databaseSetting({ KITH_DB: server.db }, folder));
  try {
    return await makeSignInToken(open.db, email, new Date());
  } finally {
    open.close();
  }
}

it('a passkey is made after signing in, signs in by itself, and does so no more once it is removed', async () => {
  // Passkeys are bound to a name: there are none on a bare address.
  const town = await Town.visit(browser, WIDE, `http://localhost:${server.port}`, '/about');
  const { page } = town;
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const signedInAs = page.getByText('You are signed in as amina@example.org');
  // Only the page's own requests are from a page of Kith's.
  const signOut = () =>
    page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }).then(({ status }) => status));

  await page.goto(`/sign-in#token=${await tokenFor('amina@example.org')}`);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await signedInAs.waitFor();
  await page.getByRole('button', { name: 'Make a passkey on this device' }).click();
  await page.getByText('The passkey is made.').waitFor();
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);
  expect(await signOut()).toBe(200);

  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await signedInAs.waitFor();
  expect(town.conduct).toEqual({ errors: [], strangers: [] });

  await page.getByRole('button', { name: 'Remove the passkey' }).click();
  await page.getByText('The passkey is removed.').waitFor();
  expect(await signOut()).toBe(200);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Kith does not know this passkey.').waitFor();
  await town.close();
});
