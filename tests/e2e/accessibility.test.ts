import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();
const find = (query: string) => () => kith.placeId(query);
const library = find('q=Lutterworth%20Library');
const village = find('q=Enderby%20knit');
const closed = find('q=Barwell%20Library&status=closed');

type State = readonly [
  name: string,
  address: string | (() => Promise<string>),
  arrange: (town: Town) => Promise<unknown>,
];
const main = (words: string | RegExp) => (town: Town) =>
  town.page.getByRole('main').getByText(words).first().waitFor();

const STATES: readonly State[] = [
  ['find, the list', '/find', (town) => town.listed()],
  ['find, areas and their figures', '/find?list=areas', (town) => town.areaRows.first().waitFor()],
  ['find, reach', '/find?show=reach&list=areas', (town) => town.areaRows.first().waitFor()],
  [
    'find, an indicator in Brighton & Hove',
    '/find?patch=brighton-and-hove&show=one-person',
    (town) => town.listed(),
  ],
  ['find, search results open', '/find', (town) => town.search('LE10')],
  ['find, nothing found', '/find?q=zzzz', main(/Nothing found/)],
  ['find, sorted by walk', '/find?near=-1.3701,52.5390~LE10', (town) => town.listed()],
  ['a library', async () => `/find?place=${await library()}`, main('Lutterworth Library')],
  ['a group known to its village', async () => `/find?place=${await village()}`, main(/Enderby/)],
  ['a closed library', async () => `/find?place=${await closed()}`, main(/Barwell/)],
  ['a place that is not there', '/find?place=00000000-0000-5000-8000-000000000000', main(/./)],
  ['an area', '/find?area=E01025611', main(/Blaby 008B/)],
  [
    'reporting a problem, with its errors',
    async () => `/find?place=${await library()}`,
    async ({ page }) => {
      await page.getByRole('button', { name: /Report a problem/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
      await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  ],
  ['the map', '/find?map=1', (town) => town.mapAtRest()],
  ['cuts, nothing chosen', '/cuts', (town) => town.page.getByRole('searchbox').waitFor()],
  [
    'cuts, a closure',
    async () => `/cuts?close=${await library()}`,
    (town) => town.page.locator('#consequence .big').waitFor(),
  ],
  [
    'cuts, a village group',
    async () => `/cuts?count=group&close=${await village()}`,
    (town) => town.page.locator('#consequence .big').waitFor(),
  ],
  ['cuts, on the map', async () => `/cuts?map=1&close=${await library()}`, (town) => town.mapAtRest()],
  [
    'cuts, fewer hours, hour by hour',
    '/cuts',
    async ({ page }) => {
      await page.getByText('A place keeps fewer hours').click();
      await page.getByLabel('Find by name, district or who runs it').fill('Evington');
      await page.getByRole('button', { name: /^Evington Library/ }).click();
      await page.getByText('Hour by hour').click();
      await page.getByRole('checkbox', { name: 'Monday 10:00 to 11:00' }).uncheck();
    },
  ],
  [
    'cuts, a grant with its errors',
    '/cuts',
    async ({ page }) => {
      await page.getByText('A grant ends').click();
      await page.getByRole('button', { name: 'Add this cut' }).click();
      await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
    },
  ],
  [
    'cuts, a new place',
    '/cuts',
    async ({ page }) => {
      await page.getByText('A new place opens').click();
      await page.getByText('I know them', { exact: true }).click();
      await page.getByLabel('Postcode, town or place').fill('LE17');
      await page.getByRole('button', { name: /^LE17/ }).first().waitFor();
    },
  ],
  [
    'cuts, the map asked for a spot',
    '/cuts',
    async (town) => {
      const { page } = town;
      await page.getByText('A new place opens').click();
      await page.getByText('On the map', { exact: true }).click();
      await page.getByRole('button', { name: 'Choose the spot' }).click();
      await page.getByRole('button', { name: 'Put it here' }).waitFor();
      await town.mapAtRest();
    },
  ],
  [
    'cuts, all four at a day and hour, with every part open',
    async () => {
      const closes = await library();
      const shorter = await kith.placeId('q=Evington%20Library');
      const paid = await kith.placeId('q=Hinckley%20Library');
      const opens = 'new-1~library~444300~296600~mo9-17~New%20library';
      return `/cuts?close=${closes}&shorten=${shorter}~tu10-13&grant=Warm~2027-03-31~${paid}~&new=${opens}&when=mo~9-12`;
    },
    async ({ page }) => {
      await page.locator('#consequence .big').waitFor();
      for (const part of [
        'All fifths and tenths of risk',
        'The same as a table',
        'People within reach, hour by hour',
      ]) {
        await page.getByText(part).click();
      }
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByText('At other hours').waitFor();
    },
  ],
  [
    'the data, a source open',
    '/data?show=one-person',
    async (town) => {
      await town.page.locator('[aria-labelledby="sources"] details > summary').first().click();
      await town.page.getByText('To be said').first().waitFor();
    },
  ],
  ['how it works', '/about', (town) => town.page.getByRole('table').first().waitFor()],
  [
    'help',
    '/about',
    async ({ page }) => {
      await page.getByRole('button', { name: /Need to talk now/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'what risk means',
    '/find',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Risk is not loneliness' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
];

/** What a phone is shown otherwise from the first: lists before maps, and the map when it is asked for. */
const OPENED_ON_A_PHONE = STATES.filter(([name]) =>
  ['find, the list', 'a library', 'the map', 'cuts, a closure', 'cuts, on the map', 'help'].includes(name),
);

/** How far the document is longer than its window, with all that opens open: there would be blank paper to scroll to. */
const standsOut = ({ page }: Town): Promise<number> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    return document.documentElement.scrollHeight - window.innerHeight;
  });

describe('axe finds nothing wrong', () => {
  it.each(STATES)('%s, wide and made as narrow as a phone', async (name, address, arrange) => {
    const size = /\bmap\b/.test(name) ? WIDE : WITHOUT_MAP;
    const town = await kith.visit(typeof address === 'string' ? address : await address(), size);
    await arrange(town);
    expect(await violations(town)).toEqual([]);
    await town.page.setViewportSize(PHONE);
    expect(await violations(town)).toEqual([]);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it.each(OPENED_ON_A_PHONE)('%s, opened on a phone', async (_name, address, arrange) => {
    const town = await kith.visit(typeof address === 'string' ? address : await address(), PHONE);
    await arrange(town);
    expect(await violations(town)).toEqual([]);
    expect(await standsOut(town)).toBe(0);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});

describe.each([
  ['wide', WITHOUT_MAP],
  ['phone', PHONE],
])('axe finds nothing wrong (%s)', (_, size) => {
  it.each(['/find', '/cuts'])('%s, when nothing loads', async (address) => {
    const town = await kith.visit('/about', size);
    await town.page.getByRole('table').first().waitFor();
    await town.page.route('**/api/**', (route) => route.abort());
    const link = address === '/find' ? /^(Find a place|Find)$/ : /^Cuts$/;
    await town.page.getByRole('link', { name: link }).first().click();
    await town.page
      .getByText(/did not load/)
      .first()
      .waitFor();
    expect(await violations(town)).toEqual([]);
  });
});

describe('at 400% zoom', () => {
  // 1280 px wide at 400% is 320 CSS px: nothing may need scrolling in two directions.
  it.each(['/find', '/cuts', '/data', '/about', '/find?area=E01025611'])('%s fits', async (address) => {
    const town = await kith.visit(address, { width: 320, height: 256 });
    await town.page.getByRole('main').getByRole('heading').first().waitFor({ state: 'attached' });
    expect(await town.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
