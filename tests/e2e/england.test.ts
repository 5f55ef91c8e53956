import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ england: true, size: WITHOUT_MAP });
const legend = (town: Town) => town.page.getByRole('region', { name: 'What the colours mean' }).last();

describe('choosing a map among many', () => {
  it('finds a council by what is typed, by keyboard alone', async () => {
    const town = await kith.visit('/find?kind=library');
    const { page } = town;
    await town.listed();
    await town.mapButton.focus();
    await page.keyboard.press('Enter');
    await town.mapField.waitFor();
    await expect.poll(() => town.mapField.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('kirk');
    await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['Kirklees']);
    await page.keyboard.press('ArrowDown');
    const active = await town.mapField.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).innerText()).toBe('Kirklees');
    await page.keyboard.press('Enter');
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
    await expect.poll(() => town.countLine.innerText()).toMatch(/Kirklees|on this map/);
    await expect.poll(() => town.mapButton.innerText()).toContain('Kirklees');
  });

  it('finds a map by a district on it, and comes back to the button', async () => {
    const town = await kith.visit('/find');
    const { page } = town;
    await town.mapButton.click();
    await town.mapField.fill('blaby');
    expect(await page.getByRole('option').innerText()).toMatch(/Leicestershire[\s\S]*with Blaby/);
    await town.mapField.fill('zzzz');
    await page.getByText(/No council or district here is called/).waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => town.mapButton.evaluate((button) => button === document.activeElement))
      .toBe(true);
  });

  it('opens the usual map where a link names one that is not loaded, and says so', async () => {
    const town = await kith.visit('/find?patch=atlantis');
    await town.page.getByRole('status').filter({ hasText: 'no map called “atlantis”' }).waitFor();
    await expect.poll(() => town.query.get('patch')).toBeNull();
    expect((await town.listed()).length).toBeGreaterThan(0);
    await town.page.getByRole('button', { name: 'Put this message away' }).click();
    await expect.poll(() => town.page.getByText(/no map called/).count()).toBe(0);
  });
});

describe('all England', () => {
  it('is where a visit begins that asks for nothing, and the next begins where this one ended', async () => {
    const town = await kith.visit('/');
    const { page } = town;
    await expect.poll(() => town.query.get('patch')).toBe('all');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Find a place in England');
    await page.getByRole('link', { name: 'Kirklees', exact: true }).click();
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
    await town.listed();
    await page.goto('/');
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
  });

  it('zooms about England, not about the sea beside it', async () => {
    const town = await kith.visit('/find?patch=all', WIDE);
    await town.mapAtRest();
    for (let press = 0; press < 3; press++) {
      await town.page.getByRole('button', { name: 'Zoom in' }).click();
      await town.mapAtRest();
    }
    // Right of the legend, and left of the buttons, there is ground.
    const ground = await town.page.evaluate(() => {
      const { __kithMap: map } = window as unknown as {
        __kithMap: {
          unproject(at: [number, number]): { lng: number; lat: number };
          getContainer(): HTMLElement;
        };
      };
      const { clientWidth, clientHeight } = map.getContainer();
      return map.unproject([(400 + clientWidth - 84) / 2, clientHeight / 2]);
    });
    expect(ground.lng).toBeGreaterThan(-2.5);
    expect(ground.lng).toBeLessThan(0.5);
  });

  it('says that nothing is loaded around a point outside it, and explains no blank map', async () => {
    const town = await kith.visit('/find?patch=all&near=-3.19203,55.94899~EH1+1', WIDE);
    await town.page.getByRole('heading', { name: 'Nothing is loaded around EH1 1' }).waitFor();
    await town.mapAtRest();
    await expect.poll(() => legend(town).count()).toBe(0);
    await town.page.getByRole('button', { name: 'Show all of England' }).first().click();
    await expect.poll(() => town.query.get('near')).toBeNull();
  });

  it('colours districts from afar, draws clusters, and leads from a list too long to the councils', async () => {
    const town = await kith.visit('/find?patch=all', WIDE);
    const { page } = town;
    await page.getByText(/Too many for one list/).waitFor();
    await town.mapAtRest();
    expect(await legend(town).innerText()).toMatch(
      /^Districts: share of people in neighbourhoods of highest risk/,
    );
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { __kithMap: map } = window as unknown as {
            __kithMap: { querySourceFeatures(source: string): { properties: { point_count?: number } }[] };
          };
          return map
            .querySourceFeatures('wide')
            .reduce((sum, each) => sum + (each.properties.point_count ?? 1), 0);
        }),
      )
      .toBeGreaterThan(100);
    await page.getByRole('link', { name: 'Kirklees', exact: true }).click();
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
    await expect.poll(() => legend(town).innerText()).toMatch(/^Risk of loneliness/);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('lists the places of what it shows from near by, and colours areas', async () => {
    const town = await kith.visit('/find?patch=all&kind=library&at=-1.13,52.63,11.5', WIDE);
    expect((await town.listed()).length).toBeGreaterThan(5);
    await town.mapAtRest();
    await expect.poll(() => town.countLine.innerText()).toMatch(/^\d+ places on this map/);
    await expect.poll(() => legend(town).innerText()).toMatch(/33,7\d\d areas loaded/);
  });

  it('lists districts with their figures, each leading to its map', async () => {
    const town = await kith.visit('/find?patch=all&list=areas&show=one-person', PHONE);
    const { page } = town;
    await page.getByRole('searchbox', { name: 'District or council' }).fill('charnwood');
    const row = page.locator('li:has(> a[id^="district-"])');
    await expect.poll(() => row.count()).toBe(1);
    expect(await row.innerText()).toMatch(/\d+\.\d%/);
    await row.getByRole('link').click();
    await expect.poll(() => town.query.get('patch')).toBeNull();
    await town.areaRows.first().waitFor();
  });

  it('asks whose places to close, and goes on as for any council', async () => {
    const town = await kith.visit('/cuts?patch=all', WIDE);
    await town.mapField.fill('kirklees');
    await town.page.keyboard.press('Enter');
    await expect.poll(() => town.query.get('patch')).toBe('kirklees');
    await town.page.getByRole('searchbox').waitFor();
  });
});

type State = readonly [name: string, address: string, arrange: (town: Town) => Promise<unknown>];
const STATES: readonly State[] = [
  ['all England', '/find?patch=all', (town) => town.page.getByText(/Too many for one list/).waitFor()],
  [
    'its districts',
    '/find?patch=all&list=areas',
    (town) => town.page.locator('[id^="district-"]').first().waitFor(),
  ],
  ['its map', '/find?patch=all&map=1', (town) => town.mapAtRest()],
  ['its cuts', '/cuts?patch=all', (town) => town.mapField.waitFor()],
  [
    'choosing a map',
    '/about',
    async (town) => {
      await town.mapButton.click();
      await town.mapField.fill('b');
    },
  ],
  [
    'a map that is not there',
    '/about?patch=atlantis',
    (town) => town.page.getByText(/no map called/).waitFor(),
  ],
];
describe.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('axe finds nothing wrong (%s)', (_, size) => {
  it.each(STATES)('%s', async (_name, address, arrange) => {
    const town = await kith.visit(address, size);
    await arrange(town);
    expect(await violations(town)).toEqual([]);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});

describe('at 400% zoom', () => {
  it.each(['/find?patch=all', '/find?patch=all&list=areas', '/cuts?patch=all'])(
    '%s fits',
    async (address) => {
      const town = await kith.visit(address, { width: 320, height: 256 });
      await town.page.getByRole('main').getByRole('heading').first().waitFor({ state: 'attached' });
      expect(await town.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );
});
