import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { starterRows } from '../drivers/starter.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

interface Spot {
  easting: number;
  northing: number;
}
const spot = (row: Record<string, string>): Spot => ({
  easting: Number(row.easting),
  northing: Number(row.northing),
});
const apart = (a: Spot, b: Spot): number =>
  Math.sqrt((a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2);

/** People with one library alone within 1,000 walked metres, by its name: counted the slow way, from the files. */
function countAlone(patch: string, urban = 1.3, rural = 1.4): Map<string, number> {
  const areas = new Map(starterRows('areas.csv').map((row) => [row.code, row]));
  const libraries = starterRows('libraries.csv').filter(
    (row) => row.patch === patch && row.status === 'open' && row.mobile === 'no',
  );
  const alone = new Map<string, number>();
  for (const home of starterRows('home-points.csv')) {
    const area = areas.get(home.area ?? '');
    if (area?.patch !== patch) continue;
    const detour = area.rural_urban === 'rural' ? rural : urban;
    const near = libraries.filter((row) => apart(spot(home), spot(row)) * detour <= 1000);
    const [only] = near;
    if (near.length === 1 && only?.name)
      alone.set(only.name, (alone.get(only.name) ?? 0) + Number(home.residents));
  }
  return alone;
}

const openList = (town: Town): Promise<void> => town.page.getByRole('tab', { name: 'Irreplaceable' }).click();
const panelOf = (town: Town) => town.page.getByRole('tabpanel', { name: 'Irreplaceable' });
const rowOf = (town: Town, name: string) => panelOf(town).getByRole('row', { name: new RegExp(`^${name}`) });

describe('places nobody can replace', () => {
  it('lists those with most people first, each with as many as are counted from the files', async () => {
    const counted = [...countAlone('leicestershire')].sort((a, b) => b[1] - a[1]);
    const town = await kith.visit('/cuts');
    await openList(town);
    await rowOf(town, counted[0]?.[0] ?? '').waitFor();
    const [low, high] = [countAlone('leicestershire', 1.2, 1.3), countAlone('leicestershire', 1.4, 1.5)];
    for (const [name, people] of counted.slice(0, 10)) {
      const three = [people, low.get(name) ?? 0, high.get(name) ?? 0];
      const [least, most] = [Math.min(...three), Math.max(...three)].map((each) =>
        each.toLocaleString('en-GB'),
      );
      const row = await rowOf(town, name).innerText();
      expect(row).toContain(people.toLocaleString('en-GB'));
      expect(row).toContain(least === most ? 'however streets run' : `between ${least} and ${most}`);
    }
    const first = await panelOf(town).getByRole('row').nth(1).innerText();
    expect(first).toContain(counted[0]?.[1].toLocaleString('en-GB'));
  });

  it('says the doubt on the empty Result too, and beside how many have one within reach', async () => {
    const town = await kith.visit('/cuts');
    const result = town.page.getByRole('tabpanel', { name: 'Result' });
    await result.getByRole('listitem').first().waitFor();
    expect(await result.getByRole('listitem').first().innerText()).toMatch(/between [\d,]+ and [\d,]+/);
    await result
      .getByText(/within reach, between [\d,]+ and [\d,]+, as streets run straighter or less/)
      .waitFor();
  });

  it('is reached, sorted, searched and closed from by keyboard alone', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.locator('#consequence').waitFor();
    await page.getByRole('tab', { name: 'Result' }).focus();
    await page.keyboard.press('ArrowRight');
    await panelOf(town).getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('tab', { name: 'Irreplaceable' }).getAttribute('aria-selected')).toBe('true');
    const search = panelOf(town).getByRole('searchbox');
    await search.focus();
    await page.keyboard.type('lutter');
    await expect.poll(() => panelOf(town).getByRole('row').count()).toBe(2);
    await panelOf(town).getByRole('button', { name: 'Close Lutterworth Library' }).focus();
    await page.keyboard.press('Enter');
    await panelOf(town).getByRole('button', { name: 'Keep Lutterworth Library' }).waitFor();
    await expect.poll(() => town.query.get('close')).not.toBeNull();
  });

  it('stands on the map as rings, and a row chosen is the place chosen there', async () => {
    const town = await kith.visit('/cuts', WIDE);
    const { page } = town;
    await openList(town);
    await panelOf(town).getByRole('searchbox').fill('lutter');
    await rowOf(town, 'Lutterworth Library').waitFor();
    await town.mapAtRest();
    await panelOf(town).getByRole('button', { name: 'Show on the map' }).click();
    await page.getByText(/people with no other library within reach/).waitFor();
    await town.mapAtRest();
    const rings = await page.evaluate(() => {
      const map = (window as unknown as { __kithMap: { querySourceFeatures(id: string): unknown[] } })
        .__kithMap;
      return map.querySourceFeatures('rings').length;
    });
    expect(rings).toBeGreaterThan(10);
    await rowOf(town, 'Lutterworth Library')
      .getByRole('button', { name: 'Lutterworth Library' })
      .first()
      .click();
    await page.getByRole('article').getByRole('heading', { name: 'Lutterworth Library' }).waitFor();
    expect(town.query.get('place')).not.toBeNull();
  });

  it('finds its row when a ring is pressed on the map', async () => {
    const town = await kith.visit('/cuts', WIDE);
    const { page } = town;
    await openList(town);
    const first = panelOf(town).getByRole('row').nth(1);
    await first.waitFor();
    await town.mapAtRest();
    await panelOf(town).getByRole('button', { name: 'Show on the map' }).click();
    await page.getByText(/people with no other library within reach/).waitFor();
    await town.mapAtRest();
    const name = (await first.getByRole('button').first().innerText()).trim();
    const at = await page.evaluate((wanted) => {
      interface Feature {
        readonly properties: { readonly name: string };
        readonly geometry: { readonly coordinates: [number, number] };
      }
      const map = (
        window as unknown as {
          __kithMap: {
            querySourceFeatures(id: string): Feature[];
            project(at: [number, number]): { x: number; y: number };
            getCanvas(): HTMLCanvasElement;
          };
        }
      ).__kithMap;
      const ring = map
        .querySourceFeatures('rings')
        .find((each) => each.properties.name.startsWith(`${wanted}:`));
      if (!ring) return null;
      const { x, y } = map.project(ring.geometry.coordinates);
      const box = map.getCanvas().getBoundingClientRect();
      return { x: box.x + x, y: box.y + y };
    }, name);
    if (!at) throw new Error(`No ring for ${name}`);
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => first.getByRole('button').first().getAttribute('aria-pressed')).toBe('true');
  });

  it('says where its list of places is not whole', async () => {
    const town = await kith.visit('/cuts?count=library,hall', PHONE);
    await openList(town);
    await panelOf(town)
      .getByText(/We know only some halls/)
      .waitFor();
  });

  it('has nothing that axe finds wrong', async () => {
    const town = await kith.visit('/cuts', WIDE);
    await openList(town);
    await panelOf(town).getByRole('row').nth(1).waitFor();
    await panelOf(town).getByRole('button', { name: 'Show on the map' }).click();
    await town.mapAtRest();
    expect(await violations(town)).toEqual([]);
  });
});
