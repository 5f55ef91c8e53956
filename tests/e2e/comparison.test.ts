import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

const placeId = (name: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library`);

const openCompare = (town: Town): Promise<void> => town.page.getByRole('tab', { name: 'Compare' }).click();

/** A row of the table of figures: kept aside, now, and the difference. */
async function figures(town: Town, label: string): Promise<number[]> {
  const row = town.page
    .getByRole('region', { name: /^Both plans in figures/ })
    .getByRole('row', { name: new RegExp(`^${label}`) })
    .first();
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.map((cell) => Number(cell.replaceAll(',', '').replace('−', '-').replace('+', '')));
}

describe('two plans side by side', () => {
  it('keeps one aside, plays another, and says which cuts and figures differ', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    const first = await town.peopleWhoLose();
    await openCompare(town);
    await page.getByRole('button', { name: 'Keep this aside and try another' }).click();
    await page.getByText('Both are the same so far').waitFor();
    await town.cut('Melton Mowbray Library');
    await expect.poll(() => figures(town, 'People who lose')).toHaveLength(3);
    await expect.poll(async () => (await figures(town, 'People who lose'))[2]).toBeGreaterThan(0);
    const [aside, now, difference] = await figures(town, 'People who lose');
    expect(aside).toBe(first);
    expect((now ?? 0) - (aside ?? 0)).toBe(difference);
    const panel = page.getByRole('tabpanel', { name: 'Compare' });
    expect(await panel.innerText()).toContain('Melton Mowbray Library');
  });

  it('is all in the link, and reads the same when it is opened again', async () => {
    const [a, b] = await Promise.all([placeId('Lutterworth Library'), placeId('Melton Mowbray Library')]);
    const town = await kith.visit(`/cuts?close=${a}`);
    await openCompare(town);
    await town.page.getByRole('button', { name: 'Keep this aside and try another' }).click();
    await town.page.getByRole('button', { name: 'start it from nothing' }).click();
    await town.cut('Melton Mowbray Library');
    await expect.poll(async () => (await figures(town, 'People who lose'))[2]).toBeGreaterThan(0);
    const here = await figures(town, 'People who lose');
    await expect.poll(() => town.query.get('close')).toBe(b);
    await expect.poll(() => town.query.get('aside')).toContain(a);

    const again = await kith.visit(`/cuts?${town.query}`);
    await openCompare(again);
    await expect.poll(() => figures(again, 'People who lose')).toEqual(here);
  });

  it('swaps the two: what was aside is played, and the difference turns round', async () => {
    const [a, b] = await Promise.all([placeId('Lutterworth Library'), placeId('Melton Mowbray Library')]);
    const town = await kith.visit(`/cuts?close=${a}&aside=close%3D${b}`);
    await openCompare(town);
    await expect.poll(async () => (await figures(town, 'People who lose'))[2] ?? 0).not.toBe(0);
    const [aside = 0, now = 0, difference = 0] = await figures(town, 'People who lose');
    await town.page.getByRole('button', { name: 'Swap them' }).click();
    await expect.poll(() => figures(town, 'People who lose')).toEqual([now, aside, -difference]);
    await expect.poll(() => town.query.get('close')).toBe(b);
  });

  it('prints as a sheet of its own, with the cuts of each and the areas', async () => {
    const [a, b] = await Promise.all([placeId('Lutterworth Library'), placeId('Melton Mowbray Library')]);
    const town = await kith.visit(`/cuts?close=${a}&aside=close%3D${b}`);
    const { page } = town;
    await page.getByRole('region', { name: /^Both plans in figures/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const sheet = page.locator('article.sheet');
    for (const words of [
      'Two plans side by side',
      'Only in the plan of now',
      'hit differently',
      'Data version',
    ])
      expect(await sheet.innerText()).toContain(words);
    expect(await page.locator('.cuts').isVisible()).toBe(false);
  });

  it('has nothing that axe finds wrong', async () => {
    const [a, b] = await Promise.all([placeId('Lutterworth Library'), placeId('Melton Mowbray Library')]);
    const town = await kith.visit(`/cuts?close=${a}&aside=close%3D${b}`, WIDE);
    await town.page.getByRole('region', { name: /^Both plans in figures/ }).waitFor();
    await town.mapAtRest();
    expect(await violations(town)).toEqual([]);
  });

  it('drops the one aside, and is told how to keep another', async () => {
    const [a, b] = await Promise.all([placeId('Lutterworth Library'), placeId('Melton Mowbray Library')]);
    const town = await kith.visit(`/cuts?close=${a}&aside=close%3D${b}`, PHONE);
    await openCompare(town);
    await town.page.getByRole('button', { name: 'Drop the one aside' }).click();
    await town.page.getByRole('button', { name: 'Keep this aside and try another' }).waitFor();
    await expect.poll(() => town.query.get('aside')).toBeNull();
    await expect.poll(() => town.query.get('close')).toBe(a);
  });
});
