import { featureId } from '@kith/core/area/feature-id';
import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ england: true, size: WITHOUT_MAP });
const placeId = (name: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library`);

async function loadAll(town: Town): Promise<void> {
  await town.page.getByRole('button', { name: 'Load all of England' }).click();
  await town.page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
}
async function lostByApi(ids: readonly string[]): Promise<number> {
  const answer = await fetch(`${kith.server.url}/api/scenarios/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      patch: 'all',
      kinds: ['library'],
      minutes: 15,
      pace: 'planner',
      lens: 'all',
      cuts: ids.map((place) => ({ type: 'close', place })),
    }),
  });
  const report = (await answer.json()) as { people: { lost: { middle: number } } };
  return report.people.lost.middle;
}

describe('cuts of all England', () => {
  it('says first what it loads, then plays a closure as the API does, on the map and in words', async () => {
    const town = await kith.visit('/cuts?patch=all', WIDE);
    const { page } = town;
    await page.getByText(/loads about \d+ MB/).waitFor();
    expect(page.workers()).toEqual([]);
    await loadAll(town);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cuts-heading');
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    const lost = await town.peopleWhoLose();
    expect(lost).toBe(await lostByApi([await placeId('Lutterworth Library')]));
    expect(lost).toBeGreaterThan(500);
    const code = (await page.locator('[data-area]').first().getAttribute('data-area')) ?? '';
    await town.mapAtRest();
    await expect
      .poll(() =>
        page.evaluate((id) => {
          const { __kithMap: map } = window as unknown as {
            __kithMap: { getFeatureState(at: object): { lost?: boolean } | null };
          };
          return map.getFeatureState({ source: 'ground', sourceLayer: 'areas', id })?.lost;
        }, featureId(code)),
      )
      .toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('#consequence .big').count()).toBe(0);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('colours districts and draws clusters from afar, with what closes beside them', async () => {
    const ids = await Promise.all(['Lutterworth Library', 'Oakham Library'].map(placeId));
    const town = await kith.visit(`/cuts?patch=all&close=${ids.join()}&at=-1.5,52.8,6`, WIDE);
    const { page } = town;
    await page.getByText('This link holds 2 cuts').waitFor();
    await loadAll(town);
    await expect.poll(() => town.peopleWhoLose()).toBe(await lostByApi(ids));
    await town.mapAtRest();
    expect(await page.getByRole('region', { name: 'What the colours mean' }).innerText()).toMatch(
      /^Districts: share of people/,
    );
    const drawn = (source: string) =>
      page.evaluate((name) => {
        const { __kithMap: map } = window as unknown as {
          __kithMap: {
            querySourceFeatures(source: string): { properties: { point_count?: number; id?: string } }[];
          };
        };
        return map.querySourceFeatures(name).map(({ properties }) => properties);
      }, source);
    await expect
      .poll(async () => (await drawn('wide')).some(({ point_count }) => (point_count ?? 0) > 1))
      .toBe(true);
    await expect.poll(async () => new Set((await drawn('marks')).map(({ id }) => id))).toEqual(new Set(ids));
  });

  it('goes nearer to a district that is touched', async () => {
    const town = await kith.visit('/cuts?patch=all&at=-1.13,52.65,7.5', WIDE);
    const { page } = town;
    await loadAll(town);
    await town.mapAtRest();
    const bare = await page.evaluate(() => {
      const { __kithMap: map } = window as unknown as {
        __kithMap: {
          queryRenderedFeatures(at: [number, number]): { source: string; layer: { id: string } }[];
          getContainer(): HTMLElement;
        };
      };
      const { left, top, width, height } = map.getContainer().getBoundingClientRect();
      // Right of the legend and left of the buttons, a spot with ground and no pin on it.
      for (let x = 360; x < width - 100; x += 9)
        for (let y = 60; y < height - 60; y += 9) {
          const here = map.queryRenderedFeatures([x, y]);
          if (
            here.some(({ layer }) => layer.id === 'district-fill') &&
            here.every(({ source }) => source === 'ground')
          )
            return { x: left + x, y: top + y };
        }
      return null;
    });
    if (!bare) throw new Error('No district without a pin on it is in sight');
    await page.mouse.click(bare.x, bare.y);
    await expect.poll(() => Number(town.query.get('at')?.split(',')[2])).toBe(9);
    await town.mapAtRest();
    await expect
      .poll(() => page.getByRole('region', { name: 'What the colours mean' }).innerText())
      .toMatch(/^Risk of loneliness/);
  });

  it('goes on to a council, and back without asking again', async () => {
    const town = await kith.visit('/cuts?patch=all');
    await loadAll(town);
    await town.mapButton.click();
    await town.mapField.fill('kirklees');
    await town.page.keyboard.press('Enter');
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
    await town.cut('Batley Library');
    await town.page.locator('#consequence .big').waitFor();
    await town.page.goBack();
    await expect.poll(() => town.query.get('patch')).toBe('all');
    await town.page.getByText('Find among').waitFor();
    expect(await town.page.getByRole('button', { name: 'Load all of England' }).count()).toBe(0);
  });

  it.each([
    ['wide', { width: 1440, height: 900 }],
    ['phone', PHONE],
  ])('axe finds nothing wrong (%s)', async (_, size) => {
    const id = await placeId('Lutterworth Library');
    const town = await kith.visit(`/cuts?patch=all&close=${id}`, size);
    await loadAll(town);
    await town.page.locator('#consequence .big').waitFor();
    expect(await violations(town)).toEqual([]);
    expect(await town.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      size.width,
    );
  });
});
