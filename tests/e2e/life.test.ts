import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE } from '../drivers/browser.ts';
import { lastChecked, nameRole, remindByLetter, signIn, signInLink } from '../drivers/keeping.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

/** Each test goes on where the one before ended: who lives through it stays, on a telephone, where no map is drawn. */
const kith = useKith({ oneStory: true });

const NAME = 'Desford coffee morning';
const KEEPER = 'jean@example.org';
const KEPT_BY = 'Friends of Desford Library';
/** Groups are to be checked every 3 months, and may be out of date after 6. */
const LONG_AGO = '2024-02-01';

let visitor: Town;
let steward: Town;
let anchor: Town;
let reader: Town;
let placeId = '';
let areaName = '';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const main = (page: Page) => page.getByRole('main');
/** Its page, as somebody sees it who opens it now. */
async function look(town: Town): Promise<Page> {
  await town.page.goto(`/find?kind=group&place=${placeId}`);
  await town.heading(NAME).waitFor();
  return town.page;
}
/** Takes what waits, looks at it and decides as a button says. */
async function decide(town: Town, title: RegExp, button: string): Promise<void> {
  const { page } = town;
  await page.goto('/steward');
  await page.getByRole('button', { name: title }).click();
  await main(page).getByRole('button', { name: button, exact: true }).waitFor();
  expect(await violations(town)).toEqual([]);
  await main(page).getByRole('button', { name: button, exact: true }).click();
  await page.getByText(/^Accepted: /).waitFor();
}
/** The names of those listed near the village, in order. */
async function listed(page: Page): Promise<string[]> {
  await page.goto('/find?kind=group&near=-1.2945,52.6263~Desford');
  const cards = page.getByRole('article').getByRole('heading').getByRole('link');
  await cards.first().waitFor();
  return cards.allInnerTexts();
}
/** What its area says of the walk to the nearest group. */
async function reach(page: Page): Promise<string> {
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Reach on foot' }) });
  await card.getByText('The nearest is').getByRole('link').waitFor();
  return card.innerText();
}

describe('the life of a place', () => {
  it('begins with a visitor who adds it on a telephone', async () => {
    visitor = await kith.visit('/find', PHONE);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Add it' }).click();
    await visitor.heading('What is it?').waitFor();
    await page.getByText('Group', { exact: true }).tap();
    await page.getByLabel('Name').fill(NAME);
    await press(page, 'Continue');
    await visitor.heading('Where is it?').waitFor();
    await page.getByLabel(/^Postcode, village/).fill('Desford Library');
    await press(page, /^Desford Library/);
    await page.getByRole('button', { name: 'Change where it is' }).waitFor();
    await press(page, 'Continue');
    const another = page.getByRole('button', { name: 'No, it is another place' });
    await another.or(page.getByText('At set times')).first().waitFor();
    if (await another.isVisible()) await another.click();
    await visitor.heading('When can people come?').waitFor();
    await page.getByText('Tue', { exact: true }).tap();
    await page.getByLabel('From').fill('10');
    await page.getByLabel('Until').fill('12.30');
    await page.getByText('Every Tuesday, 10:00 to 12:30').waitFor();
    await press(page, 'Continue');
    await visitor.heading('Who is it for?').waitFor();
    await press(page, 'Older people');
    await press(page, 'Continue');
    await visitor.heading('How can people get in touch?').waitFor();
    await page.getByLabel(/^Phone/).fill('01455 000 123');
    await press(page, 'Continue');
    await press(page, 'Go on without a photo');
    await visitor.heading('Check your answers').waitFor();
    await press(page, 'Send');
    await visitor.heading('Thank you').waitFor();
    await page.getByRole('link', { name: 'see what became of it' }).click();
    await page.getByText('Waiting for a steward').waitFor();
    expect(await listed(page)).not.toContain(NAME);
    await page.goBack();
  });

  it('goes on when a steward accepts it: then everybody finds it', async () => {
    steward = await kith.visit('/about', PHONE);
    await nameRole(kith.server, 'steward@example.org', 'steward');
    await signIn(steward, kith.server, 'steward@example.org');
    await steward.page.getByRole('link', { name: /^What waits/ }).click();
    await steward.heading('What waits').waitFor();
    await decide(steward, new RegExp(NAME), 'Accept');

    const { page } = visitor;
    await page.reload();
    await page.getByText('Accepted').waitFor();
    expect((await listed(page))[0]).toBe(NAME);
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByText('Nobody keeps this listing yet.').waitFor();
    placeId = visitor.query.get('place') ?? '';
    const area = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'The area it stands in' }) });
    areaName = await area.getByRole('link').innerText();
    await area.getByRole('link').click();
    await visitor.heading(areaName).waitFor();
    expect(await reach(page)).toContain(NAME);
  });

  it('is claimed by those who run it, and kept by them once a steward says yes', async () => {
    anchor = await kith.visit(`/find?kind=group&place=${placeId}`, PHONE);
    const { page } = anchor;
    await page.getByRole('link', { name: /^We run this place/ }).click();
    await page.getByLabel('Your e-mail address').fill(KEEPER);
    const link = await signInLink(kith.server, KEEPER, () => press(page, 'Send me a link'));
    await page.goto(link);
    await main(page).getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText(KEEPER).first().waitFor();
    // Back where they were.
    await anchor.heading(NAME).waitFor();
    await press(page, 'We run this place');
    await page.getByLabel('What your organisation is called').fill(KEPT_BY);
    await page
      .getByLabel('How do you run it?')
      .fill('I am the secretary, and my sister and I have been doing it together since my mother began it.');
    expect(await violations(anchor)).toEqual([]);
    await press(page, 'Ask to keep it');
    // Asked once: it is said when, and not offered again.
    await page.getByText(/^You asked on .* to keep this place for/).waitFor();
    expect(await page.getByText('We run this place').count()).toBe(0);

    await decide(steward, new RegExp(NAME), 'Let them keep it');
    await page.goto('/me');
    const card = page.getByRole('article', { name: NAME });
    await card.getByText('Not checked yet').waitFor();
    await card.getByRole('button', { name: /^Still right/ }).click();
    await card.getByText('It says that you checked it today.').waitFor();
    await look(visitor);
    await visitor.page.getByText(`Kept by ${KEPT_BY}`).waitFor();
  });

  it('is edited by two at once: the second is told, sees both, and nothing is lost', async () => {
    for (const town of [anchor, steward]) {
      await look(town);
      await town.page.getByText(`Kept by ${KEPT_BY}`).waitFor();
      await press(town.page, 'Change this');
    }
    const theirs = anchor.page;
    const mine = steward.page;
    // The field that is gone to stands above the buttons that stay.
    await mine.getByLabel('Who it is for', { exact: true }).focus();
    await mine.keyboard.press('Tab');
    const phone = mine.getByLabel('Phone', { exact: true });
    const ends = async (what: Locator) => {
      const box = await what.boundingBox();
      return box ? [box.y, box.y + box.height] : [];
    };
    const save = mine.getByRole('button', { name: 'Save' });
    const bar = mine.getByRole('navigation').getByRole('link', { name: 'Cuts' });
    const inOrder = async () => {
      const [, bottom = 9999] = await ends(phone);
      const [top = 0, foot = 9999] = await ends(save);
      const [under = 0] = await ends(bar);
      return bottom <= top && foot <= under;
    };
    await expect.poll(inOrder).toBe(true);
    await phone.fill('01455 000 999');
    await mine.getByLabel('Who it is for', { exact: true }).fill('Everybody over 50');
    await theirs.getByLabel('Phone', { exact: true }).fill('01455 000 456');
    await press(theirs, 'Save');
    await theirs.getByText('What you changed is shown now').waitFor();
    await theirs.getByRole('link', { name: 'Call 01455 000 456' }).waitFor();

    await press(mine, 'Save');
    await steward.heading('Somebody changed this while you wrote').waitFor();
    expect(await violations(steward)).toEqual([]);
    const rest = mine.getByText('Everybody over 50');
    await rest.waitFor();
    await mine.getByLabel(/Yours.*999/).waitFor();
    await mine.getByLabel(new RegExp(`${KEPT_BY}.*456`)).check();
    await press(mine, 'Send with these');
    await mine.getByText('What you changed is shown now').waitFor();
    const page = await look(visitor);
    await page.getByRole('link', { name: 'Call 01455 000 456' }).waitFor();
    await page.getByText('Everybody over 50').waitFor();
  });

  it('grows old when nobody checks it: it sinks in lists and says that it may be out of date', async () => {
    await lastChecked(kith.server, placeId, LONG_AGO);
    const { page } = visitor;
    const names = await listed(page);
    expect(names[0]).not.toBe(NAME);
    await look(visitor);
    await page
      .getByText(/may be out of date/i)
      .first()
      .waitFor();
    await anchor.page.goto('/me');
    await anchor.page
      .getByRole('article', { name: NAME })
      .getByText(/may be out of date/i)
      .waitFor();
  });

  it('is fresh again by one press on what a letter asks, without signing in', async () => {
    const link = remindByLetter(kith.server, KEEPER);
    // A program that checks e-mail opens the link first: that changes nothing.
    await look(visitor);
    reader = await kith.visit(link, PHONE);
    const { page } = reader;
    await reader.heading(`Is ${NAME} still right?`).waitFor();
    await page.getByText('Last checked 1 February 2024').waitFor();
    await page.reload();
    await page.getByText('Last checked 1 February 2024').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await violations(reader)).toEqual([]);
    await press(page, 'Still right');
    await reader.heading('Thank you').waitFor();
    expect((await listed(visitor.page))[0]).toBe(NAME);
    await look(visitor);
    await visitor.page
      .getByText(/^Last checked today/)
      .first()
      .waitFor();
    expect(await visitor.page.getByText(/out of date/i).count()).toBe(0);
  });

  it('closes when a passer-by says so and a steward agrees: it is out of lists and of reach, and says so', async () => {
    const page = await look(visitor);
    await press(page, 'Report a problem');
    await page
      .getByLabel(/closed/i)
      .first()
      .check();
    await page.getByLabel(/What should it say/).fill('The last one was before Christmas.');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog').getByText('A steward will look').waitFor();
    await page.getByRole('dialog').getByRole('link').click();
    await page.getByText('Waiting for a steward').waitFor();
    await decide(steward, new RegExp(NAME), 'It is so');
    await page.reload();
    await page.getByText('Accepted').waitFor();

    expect(await listed(page)).not.toContain(NAME);
    await look(visitor);
    await page
      .getByText(/closed/i)
      .first()
      .waitFor();
    await page.getByRole('link', { name: areaName }).click();
    await visitor.heading(areaName).waitFor();
    expect(await reach(page)).not.toContain(NAME);
  });

  it('is put back by a steward, from its history', async () => {
    const page = await look(steward);
    await press(page, 'History');
    await page.getByText('This is how it stands now.').waitFor();
    expect(await violations(steward)).toEqual([]);
    await press(page, /^Put it back to this/);
    await press(page, 'Put it back');
    await page.getByText('It stands again as it did').waitFor();
    const first = page.getByRole('listitem').filter({ hasText: 'Brought back as it stood' });
    await first.getByText('This is how it stands now.').waitFor();
    await press(page, `Back to ${NAME}`);
    await page.getByRole('link', { name: 'Call 01455 000 456' }).waitFor();

    await look(visitor);
    await visitor.page.getByRole('link', { name: 'Call 01455 000 456' }).waitFor();
    expect(await listed(visitor.page)).toContain(NAME);
    await look(visitor);
    await visitor.page.getByRole('link', { name: areaName }).click();
    await visitor.heading(areaName).waitFor();
    expect(await reach(visitor.page)).toContain(NAME);
    for (const town of [visitor, steward, anchor, reader])
      expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});
