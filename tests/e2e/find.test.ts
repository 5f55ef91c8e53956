import { describe, expect, it } from 'vitest';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

describe('Find a place', () => {
  it('finds the library of a postcode sector, nearest first', async () => {
    const town = await kith.visit('/find?kind=library');
    const options = await town.search('LE10 0');
    await options.filter({ hasText: 'LE10 0' }).first().click();
    await expect.poll(async () => (await town.listed())[0]).toBe('Hinckley Library');
    expect(await town.cards.first().innerText()).toMatch(/\d+ min/);
    expect(town.query.get('near')).toMatch(/LE10 0/);
  });

  it('finds a library by its name and opens it', async () => {
    const town = await kith.visit('/find');
    const { page } = town;
    const options = await town.search('bottesford');
    await options.filter({ hasText: 'Bottesford Library' }).first().click();
    await town.heading('Bottesford Library').waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('Arts Council England');
  });

  it('lists only the kinds that are ticked, with their counts', async () => {
    const town = await kith.visit('/find?patch=kirklees', PHONE);
    const { page } = town;
    const chip = page.getByRole('button', { name: /^Libraries \d+/ });
    expect(Number((await chip.innerText()).replace(/\D/g, ''))).toBe(24);
    await chip.click();
    await expect.poll(() => town.countLine.innerText()).toMatch(/^24 places in Kirklees/);
    const kinds = await town.cards.getByRole('heading').allInnerTexts();
    expect(kinds.length).toBe(24);
    for (const words of kinds) expect(words.replaceAll('\n', '')).toMatch(/, library$/);
  });

  it('opens a place and comes back by keyboard alone', async () => {
    const town = await kith.visit('/find?kind=library');
    const { page } = town;
    const [first = ''] = await town.listed();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((name) => document.activeElement?.textContent?.trim() === name, first)) break;
    }
    await page.keyboard.press('Enter');
    await town.heading(first).waitFor();
    expect(town.query.get('place')).not.toBeNull();
    await page.goBack();
    expect(await town.listed()).toContain(first);
  });

  it('changes legend and list with the lens', async () => {
    const town = await kith.visit('/find?list=areas');
    const { page } = town;
    const legend = page.getByRole('region', { name: 'What the colours mean' }).last();
    await expect.poll(() => legend.innerText()).toMatch(/all ages/i);
    await town.areaRows.first().waitFor();
    const before = await town.areaRows.allInnerTexts();
    await page.getByRole('button', { name: 'Older people' }).click();
    await expect.poll(() => legend.innerText()).toMatch(/older people/i);
    await expect.poll(() => town.areaRows.allInnerTexts()).not.toEqual(before);
    expect(await legend.innerText()).toMatch(/estimate/i);
    expect(await page.getByText('How sure we are is not worked out yet').count()).toBeGreaterThan(0);
  });

  it('takes a whole postcode by its sector when Enter is pressed', async () => {
    const town = await kith.visit('/find?kind=library');
    await town.page.getByRole('combobox', { name: 'Place, town or postcode' }).fill('LE10 1QW');
    await town.page.keyboard.press('Enter');
    await expect.poll(() => town.query.get('near')).toMatch(/LE10 1/);
    await expect.poll(async () => (await town.listed())[0]).toBe('Hinckley Library');
  });

  it('opens a place of another patch on its own map', async () => {
    const town = await kith.visit(
      `/find?patch=kirklees&place=${await kith.placeId('q=Lutterworth%20Library')}`,
    );
    await town.heading('Lutterworth Library').waitFor();
    await expect.poll(() => town.query.get('patch')).toBeNull();
  });

  it('goes to a place of another council found by search, for people who see it move', async () => {
    const town = await kith.visit('/find?patch=kirklees', { ...WIDE, motion: true });
    await town.listed();
    await town.mapAtRest();
    const options = await town.search('Lutterworth Library');
    await options.filter({ hasText: 'Lutterworth Library' }).first().click();
    await town.heading('Lutterworth Library').waitFor();
    await expect.poll(() => town.query.get('at'), { timeout: 15_000 }).toMatch(/^-1\.2\d+,52\.4\d+,14$/);
    await town.mapAtRest();
    await town.page.getByRole('link', { name: /^(\d+ places?|All places)$/ }).click();
    // Back to the list means to all of this map: nobody stood anywhere on it before.
    await expect
      .poll(() => Number(town.query.get('at')?.split(',')[2]), { timeout: 15_000 })
      .toBeLessThan(10);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('keeps what was typed when a report cannot be sent, and sends it when the line is back', async () => {
    const town = await kith.visit('/find?kind=library');
    const { page } = town;
    await town.openPlace((await town.listed())[0] ?? '');
    await page.getByRole('button', { name: /Report a problem/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Send/ }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Choose what is wrong' }).waitFor();
    await dialog.getByRole('radio', { name: 'The times are wrong' }).check();
    await dialog.getByRole('textbox').fill('It opens at ten now.');
    await kith.server.stop();
    await dialog.getByRole('button', { name: /^Send/ }).click();
    await dialog.getByRole('alert').first().waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('It opens at ten now.');
    await kith.server.start();
    await dialog
      .getByRole('button', { name: /^Send|Try again/ })
      .first()
      .click();
    await page
      .getByText(/Thank you/)
      .first()
      .waitFor();
  });

  it('says so when the service stops in mid-use, and recovers by itself', async () => {
    const town = await kith.visit('/find?kind=library', WIDE);
    const { page } = town;
    await town.listed();
    await town.mapAtRest();
    await kith.server.stop();
    await page.getByRole('button', { name: /^Halls/ }).click();
    await page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
    await kith.server.start();
    await expect.poll(() => page.getByText(/cannot be reached/).count(), { timeout: 30_000 }).toBe(0);
    expect((await town.listed()).length).toBeGreaterThan(0);
  });

  it('on a phone shows the list first and the map one tap away', async () => {
    const town = await kith.visit('/find', PHONE);
    const { page } = town;
    await town.listed();
    expect(await page.locator('canvas').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await town.mapAtRest();
    expect(await page.locator('canvas').count()).toBe(1);
    await page.getByRole('link', { name: 'Find', exact: true }).click();
    expect((await town.listed()).length).toBeGreaterThan(0);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('draws on the map the very places that it lists', async () => {
    const town = await kith.visit('/find?patch=kirklees&kind=library', WIDE);
    await town.mapAtRest();
    const drawn = await town.page.evaluate(() => {
      const map = (
        window as unknown as {
          __kithMap: {
            querySourceFeatures(source: string): { properties: { id?: string; point_count?: number } }[];
          };
        }
      ).__kithMap;
      return map.querySourceFeatures('places').length;
    });
    expect(drawn).toBeGreaterThan(0);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('offers help and a way out on every page', async () => {
    const town = await kith.visit('/about');
    const { page } = town;
    await page.getByRole('button', { name: /Need to talk now/ }).click();
    const dialog = page.getByRole('dialog');
    for (const words of ['999', '111, option 2', '116 123', 'SHOUT to 85258', '0800 4 70 80 90']) {
      expect(await dialog.innerText()).toContain(words);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Risk is not loneliness' }).click();
    expect(await page.getByRole('dialog').innerText()).toContain('lasting kind');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Leave/ }).waitFor();
  });
});
