import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();
const NAMES = ['Lutterworth Library', 'Oakham Library'];
const idsOf = (): Promise<string[]> =>
  Promise.all(
    NAMES.map((name) => kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library`)),
  );
const figure = (page: Page): Promise<string> => page.locator('#consequence .big').innerText();
const card = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 });
/** The choice and the answer. The map beside them says for itself what it could not fetch. */
const parts = (page: Page) => page.locator('.cuts .choose, .cuts .result');
const notices = (page: Page): Promise<string[]> => parts(page).getByRole('alert').allInnerTexts();
const tryAgain = (page: Page): Promise<void> =>
  parts(page).getByRole('button', { name: 'Try again' }).click();

describe.each([WITHOUT_MAP, PHONE])('what does not come, at $width pixels', (size) => {
  it('is one notice where the engine cannot be fetched at first, and the cuts are kept', async () => {
    const ids = await idsOf();
    const town = await kith.visit('/data', size);
    const { page } = town;
    await page.route('**/engine-worker*', (route) => route.abort());
    await page.goto(`/cuts?close=${ids.join(',')}`);
    await page.getByText('Kith cannot be reached just now').waitFor();
    expect(await notices(page)).toHaveLength(1);
    await page.getByText('2 places close').waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
    await page.unroute('**/engine-worker*');
    await tryAgain(page);
    await page.locator('#consequence .big').waitFor();
    await card(page, 'Oakham Library').waitFor();
    expect(await notices(page)).toEqual([]);
  });

  it('is one notice where the engine died and does not come again: figure, cuts and Undo stay', async () => {
    const ids = await idsOf();
    const town = await kith.visit(`/cuts?close=${ids.join(',')}`, size);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    const before = await figure(page);
    await page.route('**/engine-worker*', (route) => route.abort());
    await page
      .workers()
      .find((each) => each.url().includes('engine-worker'))
      ?.evaluate(() => {
        setTimeout(() => {
          throw new Error('out of memory');
        });
      });
    await page.getByText('It was started again').waitFor();
    await page.getByRole('button', { name: 'Keep Oakham Library open' }).click();
    await page.getByText('Until then you see the answer before').waitFor();
    expect(await notices(page)).toHaveLength(1);
    expect(await figure(page)).toBe(before);
    await card(page, 'Lutterworth Library').waitFor();
    await page.unroute('**/engine-worker*');
    await tryAgain(page);
    await expect.poll(() => figure(page)).not.toBe(before);
    expect(await notices(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => figure(page)).toBe(before);
  });

  it('is said where the server is gone and other kinds are asked for: the answer before stays, and all cuts', async () => {
    const ids = await idsOf();
    const town = await kith.visit(`/cuts?close=${ids.join(',')}`, size);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    const before = await figure(page);
    await kith.server.stop();
    try {
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByRole('checkbox', { name: /^Community hubs/ }).check();
      await page.getByText('What you ask now is not counted yet').waitFor();
      expect(await notices(page)).toHaveLength(1);
      expect(await figure(page)).toBe(before);
      await page.getByRole('button', { name: 'Keep Oakham Library open' }).click();
      await expect.poll(() => card(page, 'Oakham Library').count()).toBe(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await card(page, 'Oakham Library').waitFor();
    } finally {
      await kith.server.start();
    }
    await tryAgain(page);
    await page.getByText('a library or a community hub they can walk to').first().waitFor();
    expect(await notices(page)).toEqual([]);
    expect(town.query.get('close')).toBe(ids.join(','));
  });
});
