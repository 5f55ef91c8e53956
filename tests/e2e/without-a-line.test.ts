import { openDatabase } from '@kith/api/store/open';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PHONE } from '../drivers/browser.ts';
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

it('Kith opens without a line, keeps what is added and changed, and sends it once when the line is back', async () => {
  const town = await kith.visit('/find');
  const { page } = town;
  const [name = ''] = await town.listed();
  // The app, and what was asked before there was anything to keep it.
  await expect.poll(() => kept(page), { timeout: 30_000 }).toContain('/api/places');
  await town.openPlace(name);
  await expect.poll(() => kept(page)).toContainEqual(expect.stringMatching(/^\/api\/places\/[0-9a-f-]{36}$/));

  await kith.server.kill();
  await page.reload();
  await town.heading(name).waitFor();
  await page.getByText(`${NOTICE} You see what it said on`).waitFor();

  await page.getByRole('button', { name: 'Change this' }).click();
  await page.getByLabel('Notes').or(page.getByLabel('Add what is missing')).first().waitFor();
  if ((await page.getByLabel('Notes').count()) === 0)
    await page.getByLabel('Add what is missing').selectOption('notes');
  await page.getByLabel('Notes').fill('The kettle is on from ten.');
  await page.getByRole('button', { name: 'Send to a steward' }).click();
  await page.getByText('It is kept on this device, and sent as soon as the line is back.').waitFor();

  await page.goto('/add');
  await page.getByText('Hall', { exact: true }).click();
  await page.getByLabel('Name').fill(HALL);
  const next = page.getByRole('button', { name: 'Continue' });
  await next.click();
  await page.getByLabel(/^Postcode, address/).fill('LE9 9JH');
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
  const later = await context.newPage();
  await later.goto('/about');
  await later.getByText(`Your change to ${name} was sent.`).waitFor();
  await expect.poll(() => waiting(HALL, 'new-place')).toBe(1);
  await later.reload();
  await later.getByRole('heading', { level: 1 }).waitFor();
  expect([await waiting(HALL, 'new-place'), await waiting(name, 'edit')]).toEqual([1, 1]);
  // Nothing of whoever asked is kept, nor of what was sent.
  const paths = await kept(later);
  expect(paths.filter((path) => /me|sent|contributions|edits|waiting|search|risks$/.test(path))).toEqual([]);
  await later.getByText(NOTICE).waitFor({ state: 'hidden' });
});
