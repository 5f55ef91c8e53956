import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE } from '../drivers/browser.ts';
import { keepPlace, nameRole, signIn } from '../drivers/keeping.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

/** What each role finds, does and is not offered, on a telephone. The life of a place itself is in life.test.ts. */
const kith = useKith({ oneStory: true });

const NAME = 'Lutterworth Library';
const KEEPERS = 'Friends of Lutterworth Library';
const GRANT = 'A grant ends: £12,000 from Swift Trust, on 31 March 2027';
const ANCHOR = 'anchor@example.org';
let placeId = '';

beforeAll(async () => {
  placeId = await kith.placeId('patch=leicestershire&kind=library&q=Lutterworth');
  await nameRole(kith.server, 'commissioner@example.org', 'commissioner');
  await nameRole(kith.server, 'steward@example.org', 'steward');
  await nameRole(kith.server, 'administrator@example.org', 'administrator');
  await keepPlace(kith.server, {
    email: ANCHOR,
    organisation: KEEPERS,
    placeId,
    checkedOn: new Date().toISOString().slice(0, 10),
  });
});

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
/** Somebody who has just signed in. @returns what they are told they may do */
async function arrive(email: string): Promise<{ town: Town; page: Page; ways: string[] }> {
  const town = await kith.visit('/about', PHONE);
  await signIn(town, kith.server, email);
  const ways = town.page.getByRole('navigation', { name: 'What you can do' }).getByRole('link');
  await ways.first().waitFor();
  return { town, page: town.page, ways: await ways.allInnerTexts() };
}
/** The page of the place, once it has drawn who reads it and which notes of risk they may read. */
async function look(town: Town): Promise<void> {
  const { page } = town;
  const asked = ['/api/me', `/api/places/${placeId}/risks`].map((path) =>
    page.waitForResponse((answer) => new URL(answer.url()).pathname === path),
  );
  await page.goto(`/find?place=${placeId}`);
  await Promise.all(asked);
  await town.heading(NAME).waitFor();
  await page.getByText(`Kept by ${KEEPERS}`).waitFor();
  // The part that shows notes is fetched by itself.
  await page.waitForLoadState('networkidle');
}
/** Which of these are on the page, once it stands. */
async function isOffered(page: Page, names: readonly RegExp[]): Promise<string[]> {
  const all = await page.getByRole('main').locator('button, a').allInnerTexts();
  return all.filter((words) => names.some((name) => name.test(words)));
}
async function fares(town: Town): Promise<void> {
  expect(await violations(town)).toEqual([]);
  expect(town.conduct).toEqual({ errors: [], strangers: [] });
}

it('an anchor says that their place is at risk, names who acts with them and makes a key', async () => {
  const { town, page, ways } = await arrive(ANCHOR);
  expect(ways).toEqual(['Add a place', `Your organisation: ${KEEPERS}`, 'Bring a spreadsheet']);
  await link(page, /^Your organisation/).click();
  await town.heading(KEEPERS).waitFor();
  await page.getByLabel('E-mail address of somebody else who may act for it').fill('second@example.org');
  await button(page, 'Let them act for it').click();
  await page.getByText('second@example.org can act for').waitFor();
  await page.getByLabel('What the new key is for').fill('Our web page');
  await button(page, 'Make a key').click();
  await page.getByText('The key is made.').waitFor();
  await fares(town);

  await look(town);
  await expect.poll(() => isOffered(page, [/We run this place/, /Stop keeping/])).toHaveLength(1);
  await button(page, 'Say it is at risk').click();
  await page.getByRole('radio', { name: 'A grant ends' }).check();
  await page.getByLabel(/^From which day/).fill('2027-03-31');
  await page.getByLabel(/^How much money/).fill('£12,000');
  await page.getByLabel(/^Who pays it now/).fill('Swift Trust');
  await page.getByRole('radio', { name: /^Only commissioners/ }).check();
  await button(page, 'Say it is at risk').click();
  await page.getByText(GRANT).waitFor();
  await fares(town);
  await button(page, 'History').click();
  await page.getByRole('listitem').first().waitFor();
  expect(await isOffered(page, [/Put it back/])).toEqual([]);
  await page.goto('/steward');
  await page.getByText('Only stewards decide what is shown.').waitFor();
});

it('a visitor may tell what is wrong and is asked to sign in for more; what is not public is not shown', async () => {
  const town = await kith.visit('/find', PHONE);
  const { page } = town;
  await look(town);
  expect(await isOffered(page, [/at risk/i, /Stop keeping/, /See who would lose out/])).toEqual([]);
  expect(await page.getByText('Swift Trust').count()).toBe(0);
  await button(page, 'Still right').click();
  await page.getByRole('link', { name: 'Sign in first', exact: true }).waitFor();
  await fares(town);
  await button(page, 'Change this').click();
  await button(page, 'Send to a steward').waitFor();
  for (const screen of ['steward', 'sheets', 'organisation', 'admin']) {
    await page.goto(`/${screen}`);
    await link(page, /^Sign in/).waitFor();
    await expect.poll(() => button(page, /./).count()).toBe(0);
  }
  expect(town.conduct).toEqual({ errors: [], strangers: [] });
});

it('a contributor says that a place is still right, and what they change waits for a steward', async () => {
  const { town, page, ways } = await arrive('contributor@example.org');
  expect(ways).toEqual(['Add a place']);
  await fares(town);
  await look(town);
  expect(await isOffered(page, [/at risk/i, /Stop keeping/])).toEqual([]);
  await button(page, 'Still right').click();
  await button(page, 'Checked today').waitFor();
  // Whoever pressed it by keys is still there.
  await page.locator(':focus', { hasText: 'Checked today' }).waitFor();
  await button(page, 'Change this').click();
  await page.getByLabel('Add what is missing').selectOption('notes');
  await page.getByLabel('Notes').fill('Tea on Tuesdays.');
  await button(page, 'Send to a steward').click();
  await page.getByText('A steward will look at it.').waitFor();
  await page.goto('/me');
  await page.getByText('Waiting for a steward').waitFor();
  for (const [screen, words] of [
    ['steward', 'Only stewards decide what is shown.'],
    ['sheets', 'This is for organisations that keep places'],
    ['organisation', 'You do not act for an organisation yet.'],
    ['admin', 'This page is for administrators.'],
  ] as const) {
    await page.goto(`/${screen}`);
    await page.getByText(words).waitFor();
  }
});

it('a commissioner reads what is at risk and sees who would lose out', async () => {
  const { town, page, ways } = await arrive('commissioner@example.org');
  expect(ways).toEqual(['Add a place', 'Cuts, and places at risk']);
  await look(town);
  await page.getByText(GRANT).waitFor();
  expect(await isOffered(page, [/Say it is at risk/, /Take it back/, /Stop keeping/])).toEqual([]);
  await fares(town);
  await link(page, 'See who would lose out').click();

  await page.getByText('Swift Trust').first().waitFor();
  await page.locator('#consequence .big').waitFor();
  await fares(town);
  await page.goto('/steward');
  await page.getByText('Only stewards decide what is shown.').waitFor();
});

it('a steward turns down what waits and says why, and makes an organisation', async () => {
  const { town, page, ways } = await arrive('steward@example.org');
  expect(ways.map((words) => words.replace(/ \(1\)$/, ''))).toEqual([
    'Add a place',
    'Bring a spreadsheet',
    'Cuts, and places at risk',
    'What waits for a steward',
    'All organisations',
  ]);
  await link(page, 'What waits for a steward (1)').click();
  await button(page, new RegExp(NAME)).click();
  await page.getByLabel(/^A note to whoever sent it/).fill('Who pours it?');
  await button(page, 'Reject').click();
  await page.getByText(/^Rejected: /).waitFor();
  await fares(town);
  await page.goto('/organisation');
  await page.getByLabel('Name', { exact: true }).fill('Earl Shilton Trust');
  await button(page, 'Make it').click();
  await town.heading('Earl Shilton Trust').waitFor();
  await page.goto('/admin');
  await page.getByText('This page is for administrators.').waitFor();
});

it('an administrator reads how Kith stands and removes for good what a person asks to have removed', async () => {
  const { town, page, ways } = await arrive('administrator@example.org');
  expect(ways.at(-1)).toBe('Running Kith');
  await link(page, 'Running Kith').click();
  await page.getByText('Version of Kith').waitFor();
  await fares(town);
  await page.getByLabel(/^A reference, or the address/).fill(`${kith.server.url}/find?place=${placeId}`);
  await button(page, 'Look it up').click();
  const note = page.getByRole('listitem').filter({ hasText: 'Swift Trust' });
  await note.getByRole('button', { name: /^Remove/ }).click();
  await note.getByRole('button', { name: 'Yes, remove it for good' }).click();
  await page.getByText('It is removed for good.').waitFor();
  await look(town);
  expect(await page.getByText('Swift Trust').count()).toBe(0);
});
