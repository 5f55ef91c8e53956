import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const place = (name: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library`);

/** What has the keyboard: its name, or its tag where it has none. */
const inFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? (at?.id || at?.tagName) ?? '';
  });
const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
};

describe('the keyboard on the Cuts screen', () => {
  it('stays at Undo after the last step, and at Redo', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    await press(page, 'Undo');
    await page.getByText('Nothing is cut yet').waitFor();
    expect(await inFocus(page)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => town.query.get('close')).toBeNull();
    await press(page, 'Redo');
    await page.locator('#consequence .big').waitFor();
    expect(await inFocus(page)).toBe('Redo');
    expect(await page.getByRole('button', { name: 'Redo', disabled: true }).count()).toBe(1);
  });

  it('stays in the result where a place offered to begin with is closed there', async () => {
    const { page } = await kith.visit('/cuts');
    await page.locator('section[aria-labelledby=starters] li button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#consequence .big').waitFor();
    await expect.poll(() => inFocus(page)).toBe('cuts-panel-result');
    await press(page, 'Undo');
    await page.getByText('Nothing is cut yet').waitFor();
    expect(await inFocus(page)).toBe('Undo');
  });

  it('stays at “Try these” once the new places are in the plan', async () => {
    const { page } = await kith.visit('/cuts?site=p-median&sites=2');
    await page
      .getByRole('button', { name: /^(Find|Look)/ })
      .first()
      .click();
    const tries = page.getByRole('button', { name: 'Try these' });
    await tries.waitFor({ timeout: 60_000 });
    await tries.focus();
    await page.keyboard.press('Enter');
    await page.getByText('These places are in your plan now').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Try these');
  });

  it('stays in the part that did not load once “Try again” has brought it', async () => {
    const id = await place('Lutterworth Library');
    const town = await kith.visit('/data');
    const { page } = town;
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`/cuts?close=${id}`).catch(() => undefined);
    const again = page.getByRole('tabpanel').getByRole('button', { name: 'Try again' });
    await again.focus();
    // It tries by itself meanwhile: that must not take the button away.
    await page.waitForTimeout(6_000);
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Try again');
    await page.unroute('**/api/**');
    await page.keyboard.press('Enter');
    await page.locator('#consequence .big').waitFor();
    await expect.poll(() => inFocus(page)).toBe('cuts-panel-result');
  });
});

describe('another reach', () => {
  it('is said once, in words, with the figure it comes to', async () => {
    const town = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}`);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    const live = page.locator('.cuts > [role=status]');
    await live.evaluate((node) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => heard.push(node.textContent ?? '')).observe(node, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    // By the arrow keys, through what lies between.
    await page.getByRole('radio', { name: 'Any time' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await heard()).length).toBe(1);
    const figure = await page.locator('#consequence .big').innerText();
    expect(await heard()).toEqual([
      `Counting libraries open on a Tuesday between 17:00 and 22:00, within a 15-minute walk at a planner’s pace, 1,000 m along streets. ${figure} people lose a library they can walk to on a Tuesday between 17:00 and 22:00.`,
    ]);
    await page.getByText('10 min').click();
    await expect.poll(async () => (await heard()).at(-1)).toContain('within a 10-minute walk');
    expect(await heard()).toHaveLength(2);
  });

  it('is not said where the link opens with it', async () => {
    const town = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}&minutes=10`);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    await page.waitForTimeout(1_000);
    expect(await page.locator('.cuts > [role=status]').innerText()).toBe('');
  });
});

it.each(['Result', 'Irreplaceable', 'One more', 'Compare'])(
  'says on a phone without its map that all is drawn: %s',
  async (tab) => {
    const town = await kith.visit(`/cuts?close=${await place('Lutterworth Library')}`, PHONE);
    const { page } = town;
    await page.getByRole('tab', { name: tab }).click();
    await town.mapAtRest();
    expect(await page.locator('#consequence .big').count()).toBe(1);
    expect(await page.locator('.maplibregl-canvas').count()).toBe(0);
  },
);
