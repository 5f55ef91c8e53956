import { openDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PHONE } from '../drivers/browser.ts';
import { keepPlace } from '../drivers/keeping.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: { ...PHONE, keeps: true } });
const NOTICE = 'Kith cannot be reached just now.';
const HALL = 'Desford tea hut';

/** Addresses of the answers that the device keeps. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open('kith-answers')).keys()).map(({ url }) => new URL(url).pathname),
  );

/** What waits for stewards of one title and kind. */
async function waiting(title: string, kind: string): Promise<number> {
  const open = await openDatabase({ kind: 'file', path: kith.server.db, label: '' }, 10_000);
  try {
    const sql = 'select count(*) as n from waiting where title = ? and kind = ?';
    return Number((await open.client.execute({ sql, args: [title, kind] })).rows[0]?.n);
  } finally {
    open.close();
  }
}

const idIn = (address: string): string => /[0-9a-f-]{36}/.exec(address)?.[0] ?? '';

/** Says something of the place that is open, while there is no line. */
async function changeNotes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change this' }).click();
  const notes = page.getByLabel('Notes');
  const more = page.getByLabel('Add what is missing');
  await notes.or(more).first().waitFor();
  if ((await notes.count()) === 0) await more.selectOption('notes');
  await notes.fill('The kettle is on from ten.');
  await page.getByRole('button', { name: 'Send to a steward' }).click();
  await page.getByText('It is kept on this device, and sent as soon as the line is back.').waitFor();
}

/** A report is not kept: it says so, and keeps what was written for as long as it is open. */
async function reportInVain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Report a problem' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('It has closed').check();
  await dialog.getByLabel('What should it say?').fill('The shutters are down.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Press “Try again” when you are back on line.').waitFor();
  expect(await dialog.getByLabel('What should it say?').inputValue()).toBe('The shutters are down.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** Somebody who keeps a place says something else of it. */
async function sayMeanwhile(placeId: string): Promise<void> {
  const organisation = 'Friends of the hut';
  await keepPlace(kith.server, { email: 'eve@example.org', organisation, placeId, checkedOn: '2026-01-01' });
  const open = await openDatabase({ kind: 'file', path: kith.server.db, label: '' }, 10_000);
  const { organisations, tokens } = createStores(open.db);
  const id = (await organisations.list()).find((each) => each.name === organisation)?.id ?? '';
  const { token } = await tokens.make(id, 'test', 'person:test', '2026-11-23T10:00:00Z');
  open.close();
  const shown = (await (await fetch(`${kith.server.url}/api/places/${placeId}`)).json()) as {
    notes: unknown;
  };
  const changes = [{ field: 'notes', was: shown.notes, value: 'Tea from eleven.' }];
  const answer = await fetch(`${kith.server.url}/api/places/${placeId}/edits`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ key: '5f1c7a52-5b0e-4c8f-9a53-0c4f1d5b7e11', changes, why: null }),
  });
  expect(answer.status).toBe(201);
}

it('Kith opens without a line, keeps what is added and changed, and sends it once when the line is back', async () => {
  const town = await kith.visit('/find');
  const { page } = town;
  const [name = '', contested = ''] = await town.listed();
  // The app, and what was asked before there was anything to keep it.
  await expect.poll(() => kept(page), { timeout: 30_000 }).toContain('/api/places');
  const addresses: string[] = [];
  for (const each of [name, contested]) {
    await town.openPlace(each);
    addresses.push(page.url());
    const id = idIn(page.url());
    await expect.poll(() => kept(page)).toContain(`/api/places/${id}`);
    await page.goto('/find');
  }
  const [address = '', other = ''] = addresses;

  await kith.server.kill();
  await page.goto(address);
  await town.heading(name).waitFor();
  await page.getByText(`${NOTICE} You see what it said on`).waitFor();
  await reportInVain(page);
  await changeNotes(page);
  await page.goto(other);
  await town.heading(contested).waitFor();
  await changeNotes(page);

  await page.goto('/sign-in');
  await page.getByText('Signing in has to wait until Kith can be reached.').waitFor();
  await page.goto('/me');
  await page.getByText(`A change to ${contested}`).waitFor();
  await page.getByText('You are not signed in on this device.').waitFor();
  await page.goto('/add');
  await page.getByText('Hall', { exact: true }).click();
  await page.getByLabel('Name').fill(HALL);
  const next = page.getByRole('button', { name: 'Continue' });
  await next.click();
  await page.getByLabel(/^Postcode, village/).fill('LE9 9JH');
  await next.click();
  await page.getByText('I do not know', { exact: true }).click();
  for (let at = 0; at < 3; at++) await next.click();
  await page.getByRole('button', { name: 'Go on without a photo' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'It will be sent when you are back on line' }).waitFor();
  expect(town.conduct.strangers).toEqual([]);
  const context = page.context();
  await page.close();

  await kith.server.start();
  expect([await waiting(HALL, 'new-place'), await waiting(name, 'edit')]).toEqual([0, 0]);
  await sayMeanwhile(idIn(other));
  const later = await context.newPage();
  await later.goto('/about');
  await later.getByText(`Your change to ${name} was sent.`).waitFor();
  // Nothing is written over: both are shown to choose from.
  await later.getByText(`Somebody else changed ${contested} meanwhile`).waitFor();
  await expect.poll(() => waiting(HALL, 'new-place')).toBe(1);
  await later.reload();
  await later.getByRole('heading', { level: 1 }).waitFor();
  expect([await waiting(HALL, 'new-place'), await waiting(name, 'edit')]).toEqual([1, 1]);
  await later.goto(other);
  await later.getByText('Tea from eleven.').first().waitFor();
  await later.getByRole('button', { name: 'Change this' }).click();
  await later.getByRole('button', { name: 'Send to a steward' }).click();
  await later.getByRole('heading', { name: 'Somebody changed this while you wrote' }).waitFor();
  await later.getByText('The kettle is on from ten.').first().waitFor();
  // Nothing of whoever asked is kept, nor of what was sent.
  const paths = await kept(later);
  const ones = /^\/api\/(me|sent|contributions|waiting|search|auth)(\/|$)|\/(edits|risks|history)$/;
  expect(paths.filter((path) => ones.test(path))).toEqual([]);
  await later.getByText(NOTICE).waitFor({ state: 'hidden' });
});
