import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE } from '../drivers/browser.ts';
import { keepPlace, nameRole, remindNow, signIn, signInLink } from '../drivers/keeping.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();

/** The screen as it stands, wide and on a phone: axe finds nothing, and nothing scrolls sideways. */
async function isWellMade(town: Town): Promise<void> {
  for (const size of [PHONE, WIDE]) {
    await town.page.setViewportSize(size);
    expect(await violations(town)).toEqual([]);
    const width = () => town.page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(size.width);
  }
  expect(town.conduct).toEqual({ errors: [], strangers: [] });
}
const answerOf = async (town: Town, path: string) => (await town.page.request.get(`/api${path}`)).json();

describe('signing in', () => {
  it('is by the link of a letter, which is used up by a press and not by being opened', async () => {
    const town = await kith.visit('/about');
    const { page } = town;
    await page.getByRole('link', { name: 'Sign in' }).click();
    const address = page.getByLabel('Your e-mail address');
    await address.fill('amina');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /has an @ in it/ })
      .click();
    await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true);
    await isWellMade(town);
    await address.fill('amina@example.org');
    const link = await signInLink(kith.server, 'amina@example.org', () =>
      page.getByRole('button', { name: 'Send me a link' }).click(),
    );
    await town.heading('Your link lies in the outbox').waitFor();
    await page.getByText('The link works once, and for 15 minutes.').waitFor();
    await isWellMade(town);
    // A program that checks e-mail opens the link first.
    const scanner = await kith.visit(link);
    await scanner.heading('Sign in to Kith').waitFor();
    await page.goto(link);
    await town.heading('Sign in to Kith').waitFor();
    await isWellMade(town);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('You are signed in as amina@example.org').waitFor();
    // They go on where they were.
    await town.heading('How it works').waitFor();
    expect(page.url()).toMatch(/\/about$/);
    await page.getByRole('link', { name: 'Your places' }).click();
    await town.heading('What you sent').waitFor();
    await isWellMade(town);

    await scanner.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await scanner.heading('This link no longer works').waitFor();
    await scanner.page.getByLabel('Your e-mail address').waitFor();
    await isWellMade(scanner);
    expect((await answerOf(scanner, '/me')).person.role).toBe('visitor');
  });

  it('ends where its owner ends it, on another device too', async () => {
    const one = await kith.visit('/about');
    await signIn(one, kith.server, 'ben@example.org');
    const other = await kith.visit('/about', PHONE);
    await signIn(other, kith.server, 'ben@example.org');
    expect((await answerOf(other, '/me')).sessions).toBe(2);

    await one.page.reload();
    await one.page.getByRole('button', { name: /^Sign it out/ }).click();
    await one.page.getByText('That device is signed out.').waitFor();
    expect((await answerOf(other, '/me')).person.role).toBe('visitor');
    expect((await answerOf(one, '/me')).sessions).toBe(1);
    await other.page.reload();
    await other.page.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
    await isWellMade(other);

    await one.page.getByRole('button', { name: 'Remove my account' }).click();
    await one.page.getByRole('button', { name: 'Yes, remove my account' }).click();
    await one.page.getByText('Your account is removed.').waitFor();
    await one.page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect((await answerOf(one, '/me')).person.role).toBe('visitor');
  });
});

describe('keeping places', () => {
  it('is one tap, from the page of what one keeps and from a letter without signing in', async () => {
    const email = 'dora@example.org';
    const placeId = await kith.placeId('q=Lutterworth%20Library');
    await keepPlace(kith.server, {
      email,
      organisation: 'Friends of Lutterworth',
      placeId,
      checkedOn: '2024-01-01',
    });
    const [link = ''] = await remindNow(kith.server);
    const town = await kith.visit(link);
    const { page } = town;
    await town.heading('Is Lutterworth Library still right?').waitFor();
    await isWellMade(town);
    // It was opened, and asked about: nothing has changed.
    const token = link.split('=').slice(1).join('=');
    const asked = async () =>
      (await page.request.post(`${kith.server.url}/api/reminders/read`, { data: { token } })).json();
    expect(await asked()).toMatchObject({ state: 'open', checkedOn: '2024-01-01' });

    await page.getByRole('button', { name: 'Still right' }).click();
    await town.heading('Thank you').waitFor();
    await isWellMade(town);
    const today = new Date().toISOString().slice(0, 10);
    expect(await asked()).toMatchObject({ state: 'used', checkedOn: today });
    await page.reload();
    await town.heading('This link no longer works').waitFor();

    await signIn(town, kith.server, email);
    const card = page.getByRole('article', { name: 'Lutterworth Library' });
    await card.getByText('Up to date').waitFor();
    await card.getByText('What it says').click();
    await card.getByRole('button', { name: /^Still right/ }).click();
    await card.getByText('It says that you checked it today.').waitFor();
    await isWellMade(town);
  });
});

describe('an organisation', () => {
  it('is looked after on a phone: its contact, people, keys and places', async () => {
    const email = 'fay@example.org';
    const placeId = await kith.placeId('q=Bottesford%20Library');
    const organisation = 'Bottesford volunteers';
    await keepPlace(kith.server, { email, organisation, placeId, checkedOn: '2024-01-01' });
    const town = await kith.visit('/organisation', PHONE);
    const { page } = town;
    await page.getByText('This page is for those who keep places').waitFor();
    await signIn(town, kith.server, email);
    await page.getByRole('link', { name: `Your organisation: ${organisation}` }).click();
    await town.heading(organisation).waitFor();

    await page.getByRole('button', { name: 'Change the contact' }).click();
    await page.getByLabel('Phone').fill('0116');
    await page.getByRole('button', { name: 'Keep these' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /area code/ })
      .click();
    await page.getByLabel('Phone').fill('0116 496 0000');
    await page.getByRole('button', { name: 'Keep these' }).click();
    await page.getByText('It is kept.').waitFor();
    await page.getByText('0116 496 0000').waitFor();

    await page.getByLabel('E-mail address of somebody else who may act for it').fill('gus@example.org');
    await page.getByRole('button', { name: 'Let them act for it' }).click();
    await page.getByText('gus@example.org can act for').waitFor();
    await page.getByLabel('What the new key is for').fill('Our web page');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const key = (await page.getByText(/^kith_[\w-]+$/).textContent()) ?? '';
    const me = await fetch(`${kith.server.url}/api/me`, { headers: { Authorization: `Bearer ${key}` } });
    expect(await me.json()).toMatchObject({ person: { organisations: [{ name: organisation }] } });
    await isWellMade(town);
    await page.getByRole('button', { name: 'End the key Our web page' }).click();
    await page.getByRole('button', { name: /^Yes, end it/ }).click();
    await page.getByText('works no more').waitFor();

    await page.getByRole('button', { name: /^Stop keeping this place/ }).click();
    await page.getByRole('button', { name: 'Yes, stop keeping it' }).click();
    await page.getByText('You no longer keep Bottesford Library.').waitFor();
    expect((await answerOf(town, `/places/${placeId}`)).keeper).toBeNull();
    expect((await answerOf(town, `/places/${placeId}/history`)).history[0]).toMatchObject({
      summary: `No longer kept by ${organisation}`,
      by: organisation,
    });
    expect(town.conduct.errors).toEqual([]);
  });
});

describe('running Kith', () => {
  it('shows administrators how it stands, and lets them give roles', async () => {
    const town = await kith.visit('/admin');
    const { page } = town;
    await page.getByText('This page is for administrators.').waitFor();
    await nameRole(kith.server, 'admin@example.org', 'administrator');
    await signIn(town, kith.server, 'admin@example.org');
    await page.goto('/admin');
    await page.getByText('Version of Kith').waitFor();
    await page.getByRole('textbox', { name: 'Their e-mail address' }).fill('eve@example.org');
    await page.getByRole('button', { name: 'Give it' }).click();
    await page.getByText('eve@example.org is now a steward.').waitFor();
    await page.getByLabel('Role of eve@example.org').selectOption('Commissioner');
    await page.getByText('eve@example.org is now a commissioner.').waitFor();
    const reports = `${kith.server.url}/api/places/${await kith.placeId('q=Oadby')}/reports`;
    const { reference } = await (
      await fetch(reports, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason: 'hours', detail: 'Ask Mrs Plum of 7 Zebra Lane.' }),
      })
    ).json();
    await page.getByLabel(/^A reference, or the address/).fill(reference);
    await page.getByRole('button', { name: 'Look it up' }).click();
    const sent = page.getByRole('listitem').filter({ hasText: `sent under the reference ${reference}` });
    await sent.getByText('7 Zebra Lane').first().waitFor();
    await sent.getByRole('button', { name: /^Remove/ }).click();
    await isWellMade(town);
    await sent.getByRole('button', { name: 'Yes, remove it for good' }).click();
    await page.getByText('It is removed for good.').waitFor();
    expect((await page.request.get(`/api/sent/${reference}`)).status()).toBe(404);
    const { people } = await answerOf(town, '/people');
    expect(people.find((each: { email: string }) => each.email === 'eve@example.org').role).toBe(
      'commissioner',
    );
  });
});
