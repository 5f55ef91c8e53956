import { featureId } from '@kith/core/area/feature-id';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { starterRows } from '../drivers/starter.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const place = (name: string, more = ''): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library${more}`);

/** Presses Tab until the element in focus is called so. */
async function tabTo(page: Page, name: RegExp, most = 40): Promise<void> {
  for (let press = 0; press <= most; press++) {
    const called = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      const labels = [...((at as HTMLInputElement | null)?.labels ?? [])].map((label) => label.innerText);
      const words = at instanceof HTMLButtonElement ? at.innerText : '';
      return [at?.getAttribute('aria-label'), ...labels, words].filter(Boolean).join(' | ');
    });
    if (name.test(called)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab leads to nothing called ${name}`);
}

/** From the top of the screen to one of the four ways, by Tab and the arrow keys. */
async function chooseWay(page: Page, way: 'shorten' | 'end-grant' | 'open'): Promise<void> {
  await page.getByText('Nothing chosen yet').waitFor();
  await page.locator('#cuts-heading').focus();
  await tabTo(page, /^A place closes$/);
  for (let press = 0; press <= ['shorten', 'end-grant', 'open'].indexOf(way); press++)
    await page.keyboard.press('ArrowDown');
  await page.locator(`input[name=cut-way][value=${way}]:checked`).waitFor({ state: 'attached' });
}

const card = (town: Town, title: string) =>
  town.page
    .getByRole('listitem')
    .filter({ has: town.page.getByRole('heading', { name: title, exact: true }) });
const figure = (town: Town): Promise<string> => town.page.locator('#consequence .big').innerText();
const asNumber = (text: string): number => Number(text.replaceAll(/[,+]/g, '').replace('−', '-'));

describe('the four cuts', () => {
  it('keeps fewer hours, by keyboard alone, and says them before and after', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await chooseWay(page, 'shorten');
    await tabTo(page, /^Find by name/);
    await page.keyboard.type('Evington');
    await tabTo(page, /^Evington Library/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Only Tuesday and Thursday$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Add this cut$/);
    await page.keyboard.press('Enter');
    const words = card(town, 'Evington Library');
    await words.waitFor();
    expect(await words.innerText()).toMatch(/Only Tuesday and Thursday\s+18 hours a week, 49 now/);
    await expect.poll(() => town.query.get('shorten')).toContain('tu10-19.th10-19');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Evington Library');
  });

  it('ticks hours one by one with the arrow keys, over hours that it has not', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A place keeps fewer hours').click();
    await page.getByLabel('Find by name, district or who runs it').fill('Evington');
    await page.getByRole('button', { name: /^Evington Library/ }).click();
    await page.getByText('Hour by hour').click();
    await page.getByRole('checkbox', { name: 'Monday 10:00 to 11:00' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await page.getByRole('checkbox', { name: 'Monday 10:00 to 11:00' }).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: 'Tuesday 11:00 to 12:00' }).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: /^Sunday/ }).count()).toBe(0);
    await page.getByText('47 hours a week, 49 now').waitFor();
  });

  it('takes hours where those of now are not known, and says so', async () => {
    const unknown = starterRows('libraries.csv').find(
      (row) =>
        row.patch === 'leicestershire' &&
        row.status === 'open' &&
        row.outside === 'no' &&
        row.mobile === 'no' &&
        !row.opening_hours,
    );
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A place keeps fewer hours').click();
    await page.getByLabel('Find by name, district or who runs it').fill(unknown?.name ?? '');
    await page
      .getByRole('button', { name: new RegExp(`^${unknown?.name}`) })
      .first()
      .click();
    await page.getByText('We do not know its hours now').waitFor();
    await page.getByRole('button', { name: 'Weekday mornings' }).click();
    await page.getByRole('button', { name: 'Add this cut' }).click();
    await page.getByText('20 hours a week; its hours now are not known').waitFor();
  });

  it('ends a grant, by keyboard alone, with one of its places paid for by somebody else', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await chooseWay(page, 'end-grant');
    await tabTo(page, /^What the grant is called/);
    await page.keyboard.type('Warm Spaces');
    for (const name of ['Lutterworth Library', 'Hinckley Library']) {
      await page.locator('#grant-find').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(name);
      await tabTo(page, new RegExp(`^${name}`));
      await page.keyboard.press('Space');
    }
    await tabTo(page, /^Hinckley Library$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Add this cut$/);
    await page.keyboard.press('Enter');
    const words = card(town, 'Warm Spaces');
    await words.waitFor();
    expect(await words.innerText()).toMatch(
      /on a day not yet known: 1 place closes, 1 stays\s+Lutterworth Library/,
    );
    const alone = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}`);
    await alone.page.locator('#consequence .big').waitFor();
    expect(await figure(town)).toBe(await figure(alone));
  });

  it('looks at a day before a grant ends, when nothing closes yet', async () => {
    const id = await place('Lutterworth Library');
    const town = await kith.visit(`/cuts?grant=Warm~2027-03-31~${id}~`);
    const { page } = town;
    await expect.poll(() => figure(town)).not.toBe('Nobody');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('radio', { name: /^On a day/ }).check();
    await expect.poll(() => figure(town)).toBe('Nobody');
    await expect.poll(() => town.query.get('on')).toBe('2027-03-30');
    await page.getByText('still paid on 30 March 2027').waitFor();
  });

  it('opens a new place found by postcode, by keyboard alone', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await chooseWay(page, 'open');
    await tabTo(page, /^Postcode, town or place/);
    await page.keyboard.type('LE17 5');
    await expect.poll(() => page.getByRole('button', { name: /^LE17 5/, disabled: false }).count()).toBe(1);
    await tabTo(page, /^LE17 5/);
    await page.keyboard.press('Enter');
    await page.getByText(/ east, .* north/).waitFor();
    await tabTo(page, /^What to call it/);
    await page.keyboard.type('Ullesthorpe Library');
    await tabTo(page, /^Add this cut$/);
    await page.keyboard.press('Enter');
    await card(town, 'Ullesthorpe Library').waitFor();
    expect(await card(town, 'Ullesthorpe Library').innerText()).toContain('Opens as a new library');
    await expect
      .poll(() => town.query.get('new'))
      .toMatch(/^new-1~library~\d{6}~\d{6}~~Ullesthorpe Library$/);
  });

  it('gains, where a closed library opens again, exactly those whom a slow count from the files finds', async () => {
    const libraries = starterRows('libraries.csv').filter(
      (row) => row.mobile === 'no' && row.patch === 'leicestershire',
    );
    const barwell = libraries.find((row) => row.name === 'Barwell Library');
    const areas = new Map(starterRows('areas.csv').map((row) => [row.code, row]));
    const walk = (home: Record<string, string>, to: Record<string, string> | undefined): number => {
      const detour = areas.get(home.area ?? '')?.rural_urban === 'rural' ? 1.4 : 1.3;
      return (
        Math.hypot(Number(home.easting) - Number(to?.easting), Number(home.northing) - Number(to?.northing)) *
        detour
      );
    };
    const open = libraries.filter((row) => row.status === 'open');
    const gained = starterRows('home-points.csv')
      .filter((home) => areas.get(home.area ?? '')?.patch === 'leicestershire')
      .filter((home) => walk(home, barwell) <= 1000 && !open.some((library) => walk(home, library) <= 1000))
      .reduce((sum, home) => sum + Number(home.residents), 0);
    expect(gained).toBeGreaterThan(1000);

    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A new place opens').click();
    await page.getByText('A closed place', { exact: true }).click();
    await page.getByRole('button', { name: /^Barwell Library/ }).click();
    await page.getByRole('button', { name: 'Add this cut' }).click();
    await page.locator('#consequence').getByText('people gain a library they can walk to').waitFor();
    expect(asNumber(await figure(town))).toBe(gained);
    expect(await card(town, 'Barwell Library').innerText()).toContain('Opens again');
    await page.getByText('1 closed place opens again').waitFor();
    await page.getByText(/^Barwell Library opens again\. /).waitFor({ state: 'attached' });
    expect(await page.getByText('as a new library').count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    let csv = '';
    for await (const chunk of await file.createReadStream()) csv += chunk;
    expect(csv).toContain('closed place opens again,new-1,Barwell Library');
  });

  it('puts a new place at the middle of the map, by keyboard alone, and draws it there', async () => {
    const town = await kith.visit('/cuts?at=-1.2,52.45,12', WIDE);
    const { page } = town;
    await town.mapAtRest();
    await page.getByText('A new place opens').click();
    await page.getByText('On the map', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose the spot' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Put it here');
    await page.keyboard.press('Enter');
    await page.getByText(/A spot in /).waitFor();
    await page.getByLabel('What to call it').fill('New library');
    await page.getByRole('button', { name: 'Add this cut' }).click();
    await card(town, 'New library').waitFor();
    const drawn = () =>
      page.evaluate(() => {
        const { __kithMap } = window as unknown as {
          __kithMap: { queryRenderedFeatures(options: object): { properties: { pin: string } }[] };
        };
        return __kithMap.queryRenderedFeatures({ layers: ['marks'] }).map((mark) => mark.properties.pin);
      });
    await expect.poll(drawn, { timeout: 20_000 }).toContain('pin:library:new');
  });

  it('gives the next press of the map to the new place, and opens no card for it', async () => {
    const town = await kith.visit('/cuts?at=-1.2,52.45,12', WIDE);
    const { page } = town;
    await town.mapAtRest();
    await page.getByText('A new place opens').click();
    await page.getByText('On the map', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose the spot' }).click();
    await page.getByText('Press the spot, or move').waitFor();
    const box = await page.locator('.maplibregl-canvas').boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 200);
    await page.getByText(/A spot in /).waitFor();
    await expect.poll(() => town.query.get('area')).toBeNull();
    await expect.poll(() => town.query.get('place')).toBeNull();
  });

  it.each(['shorten', 'grant', 'new', 'close'])('undoes and does again: %s', async (sort) => {
    const id = await place('Lutterworth Library');
    const link = {
      close: `close=${id}`,
      shorten: `shorten=${id}~tu10-13`,
      grant: `grant=Warm~~${id}~`,
      new: 'new=new-1~library~453500~282500~~New library',
    }[sort];
    const town = await kith.visit(`/cuts?${link}`);
    const { page } = town;
    await page.getByRole('button', { name: /^(Take out|Keep) / }).click();
    await page.getByText('Nothing is cut yet').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => town.query.get(sort)).not.toBeNull();
    await page.keyboard.press('Control+y');
    await expect.poll(() => town.query.get(sort)).toBeNull();
  });

  it('changes a cut from its card, as one step that Undo takes back', async () => {
    const id = await place('Evington Library');
    const town = await kith.visit(`/cuts?shorten=${id}~tu10-13`);
    const { page } = town;
    await page.getByRole('button', { name: 'Change Evington Library' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Change this cut');
    await page.getByRole('button', { name: 'Weekdays only' }).click();
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('Weekdays only', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Only Tuesday mornings').waitFor();
  });

  it('takes a place from its card on the map to its hours', async () => {
    const town = await kith.visit(`/cuts?place=${await place('Evington Library')}`);
    const { page } = town;
    await page.getByRole('button', { name: 'Fewer hours' }).click();
    await page.getByText('Now: Monday to Thursday 10:00 to 19:00').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('shorten-hours');
  });

  it('closes by rule every one open under so many hours a week', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByLabel('Close every one open under so many hours a week').fill('20');
    const press = page.getByRole('button', { name: /^Close \d+$/ });
    const count = Number((await press.innerText()).replace('Close ', ''));
    await press.click();
    await expect.poll(() => town.query.get('close')?.split(',').length).toBe(count);
    expect(count).toBeGreaterThan(2);
  });
});

describe('what is wrong in a form', () => {
  it('is said first, read at once, and leads to its control', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A grant ends').click();
    await page.getByRole('button', { name: 'Add this cut' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await alert.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await alert.getByRole('link').allInnerTexts()).toEqual([
      'Give the grant a name',
      'Choose at least one place that the grant pays for',
    ]);
    await alert.getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('grant-name');
  });

  it('is that a place keeps all its hours, or none', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A place keeps fewer hours').click();
    await page.getByRole('button', { name: 'Add this cut' }).click();
    await page.getByRole('link', { name: 'Choose the place that keeps fewer hours' }).waitFor();
    await page.getByLabel('Find by name, district or who runs it').fill('Evington');
    await page.getByRole('button', { name: /^Evington Library/ }).click();
    await page.getByRole('link', { name: /Take away at least one hour/ }).waitFor();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']) {
      await page.getByRole('checkbox', { name: `Open on ${day}` }).uncheck();
    }
    await page.getByRole('link', { name: /Leave it at least one hour/ }).waitFor();
  });

  it('is said where the spot or the name of a new place is missing', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A new place opens').click();
    await page.getByRole('button', { name: 'Add this cut' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    expect(await alert.getByRole('link').allInnerTexts()).toEqual([
      'Say where it opens',
      'Give the new place a name',
    ]);
  });

  it('keeps what is typed where the search finds nothing', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByText('A new place opens').click();
    await page.getByLabel('Postcode, town or place').fill('zzzzqq');
    await page.getByText('Nothing found. Try a town').waitFor();
    expect(await page.getByLabel('Postcode, town or place').inputValue()).toBe('zzzzqq');
  });
});

describe('day and hour', () => {
  it('shows whom fewer hours cost something: nobody at any time, some when they no longer hold', async () => {
    const id = await place('Evington Library');
    const town = await kith.visit(`/cuts?shorten=${id}~tu10-13`);
    const { page } = town;
    await expect.poll(() => figure(town)).toBe('Nobody');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('Saturday', { exact: true }).click();
    await expect.poll(() => figure(town)).not.toBe('Nobody');
    await expect.poll(() => town.query.get('when')).toBe('sa~0-24');
    expect(await page.locator('#consequence').innerText()).toContain('on a Saturday');
  });

  it('says of how many places the hours are not known, and that those are never called a gap', async () => {
    const known = starterRows('libraries.csv').filter(
      (row) =>
        row.patch === 'leicestershire' && row.status === 'open' && row.mobile === 'no' && !row.opening_hours,
    );
    const town = await kith.visit('/cuts?when=su~0-24');
    await town.page
      .getByText(new RegExp(`do not know the hours of ${known.length} places: .*never called a gap`))
      .waitFor();
  });

  it('takes days and hours of one’s own', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('Another time', { exact: true }).click();
    await page.getByRole('button', { name: 'Monday', exact: true }).click();
    await page.getByLabel('until').selectOption({ label: '20:00' });
    await expect.poll(() => town.query.get('when')).toBe('tu.we.th.fr~18-20');
  });

  it('takes a limit in metres, and says what is wrong with one that is not', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('In metres', { exact: true }).click();
    await expect.poll(() => town.query.get('metres')).toBe('1000');
    await page.getByRole('button', { name: '1,600 metres' }).click();
    await expect.poll(() => town.query.get('metres')).toBe('1600');
    await page.getByLabel('Metres along streets').fill('12');
    await page.getByLabel('Metres along streets').press('Tab');
    await page.getByText('Give whole metres from 50 to 20,000').waitFor();
    await expect.poll(() => town.query.get('metres')).toBe('1600');
  });
});

describe('the report', () => {
  it('has the hours of the week as numbers, before and after, for a week and for a day', async () => {
    const town = await kith.visit(`/cuts?close=${await place('Evington Library')}`);
    const { page } = town;
    await page.getByText('People within reach, hour by hour').click();
    const week = page.getByRole('table', { name: /Percent of everyone here, after the cuts/ });
    await week.waitFor();
    expect(await week.getByRole('columnheader').allInnerTexts()).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    await page.getByRole('radio', { name: 'Monday' }).focus();
    await page.keyboard.press('Space');
    const ten = page.getByRole('table', { name: /on a Monday/ }).getByRole('row', { name: /^10:00/ });
    const [before = 0, after = 0, change = 0] = (await ten.getByRole('cell').allInnerTexts()).map(asNumber);
    expect(after).toBeLessThan(before);
    expect(change).toBe(after - before);
  });

  it('has the curve as a table, which at the limit says what the figure says', async () => {
    const town = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}`);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    await page.getByText('The same as a table').click();
    const row = page
      .getByRole('table', { name: /within each distance/ })
      .getByRole('row', { name: /^1\.0 km/ });
    const [, , change = ''] = await row.getByRole('cell').allInnerTexts();
    expect(-asNumber(change)).toBe(await town.peopleWhoLose());
  });

  it('tells tenths of risk that add up to those who lose out', async () => {
    const town = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}`);
    const { page } = town;
    await page.getByText('All fifths and tenths of risk').click();
    const table = page.getByRole('table', { name: /by tenth of risk/ });
    await table.locator('tbody td b').first().waitFor();
    const lost = await table.locator('tbody td b').allInnerTexts();
    expect(lost.map(asNumber).reduce((sum, each) => sum + each, 0)).toBe(await town.peopleWhoLose());
  });

  it('keeps those who gain apart from those who lose', async () => {
    const closes = await place('Lutterworth Library');
    const [alone, both] = [
      await kith.visit(`/cuts?close=${closes}`),
      await kith.visit(`/cuts?close=${closes}&new=new-1~library~444300~296600~~Barwell again`),
    ];
    await both.page.getByText(/people gain a library they can walk to/).waitFor();
    await alone.page.locator('#consequence .big').waitFor();
    expect(await both.peopleWhoLose()).toBe(await alone.peopleWhoLose());
    expect(await both.page.getByRole('columnheader', { name: /^Gain/ }).count()).toBe(1);
  });

  it('marks on the map the areas that gain, and the same ones in the table', async () => {
    const town = await kith.visit('/cuts?new=new-1~library~444300~296600~~Barwell again', WIDE);
    await town.page.locator('[data-area]').first().waitFor();
    await town.mapAtRest();
    const rows = await town.page.locator('[data-area]').evaluateAll((all) =>
      all.map((row) => ({
        code: row.getAttribute('data-area') ?? '',
        gains: !/^[0–]/.test(row.querySelector('td.gained')?.textContent?.trim() ?? ''),
      })),
    );
    const gaining = rows.filter((row) => row.gains).map((row) => row.code);
    expect(gaining.length).toBeGreaterThan(1);
    const marked = () =>
      town.page.evaluate(
        (numbered) => {
          const { __kithMap } = window as unknown as {
            __kithMap: { getFeatureState(at: object): { gained?: boolean } | null };
          };
          const state = (id: number) =>
            __kithMap.getFeatureState({ source: 'ground', sourceLayer: 'areas', id });
          return numbered.filter(({ id }) => state(id)?.gained === true).map(({ code }) => code);
        },
        rows.map(({ code }) => ({ code, id: featureId(code) })),
      );
    await expect.poll(marked).toEqual(gaining);
  });

  it('on a phone adds a cut with one thumb, and shows the week day by day', async () => {
    const town = await kith.visit('/cuts', PHONE);
    const { page } = town;
    await page.getByText('A place keeps fewer hours').tap();
    await page.getByLabel('Find by name, district or who runs it').fill('Evington');
    await page.getByRole('button', { name: /^Evington Library/ }).tap();
    await page.getByRole('button', { name: 'Close mornings' }).tap();
    await page.getByRole('button', { name: 'Add this cut' }).tap();
    await page.getByText('People within reach, hour by hour').tap();
    await page.getByRole('table', { name: /on a Monday/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});
