import { featureId } from '@kith/core/area/feature-id';
import { describe, expect, it } from 'vitest';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { starterRows } from '../drivers/starter.ts';
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

const openLibraries = starterRows('libraries.csv').filter(
  (row) => row.status === 'open' && row.mobile === 'no',
);
const areas = new Map(starterRows('areas.csv').map((row) => [row.code, row]));
const homePoints = starterRows('home-points.csv');

/** People who lose the last library within 1,000 walked metres when one closes: counted the slow way, from the files. */
function countLosers(patch: string, closing: Record<string, string>): number {
  let people = 0;
  for (const home of homePoints) {
    const area = areas.get(home.area ?? '');
    if (area?.patch !== patch) continue;
    const detour = area.rural_urban === 'rural' ? 1.4 : 1.3;
    const within = (library: Record<string, string>) => apart(spot(home), spot(library)) * detour <= 1000;
    const near = openLibraries.filter((library) => library.patch === patch && within(library));
    if (near.length === 1 && near[0] === closing) people += Number(home.residents);
  }
  return people;
}

const placeId = (name: string, patch: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=${patch}&kind=library`);

describe('Cuts', () => {
  it('says what a broken link lost, and no more once that is put away', async () => {
    const id = await placeId('Lutterworth Library', 'leicestershire');
    const town = await kith.visit(`/cuts?close=zzz,${id}&shorten=zzz&when=zzz`);
    const { page } = town;
    await page.getByText('2 cuts and the time are missing. Ask for the link again.').waitFor();
    await page.locator('#consequence .big').waitFor();
    await page.getByRole('button', { name: 'Put this away' }).click();
    await expect.poll(() => page.getByText('could not be read').count()).toBe(0);
    await expect.poll(() => town.query.get('close')).toBe(id);
    await page.reload();
    await page.locator('#consequence .big').waitFor();
    expect(await page.getByText('could not be read').count()).toBe(0);
  });

  it('fits what is cut clear of the buttons and the legend', async () => {
    const names = ['Lutterworth', 'Oakham', 'Hinckley', 'Melton'];
    const ids = await Promise.all(names.map((name) => placeId(name, 'leicestershire')));
    const town = await kith.visit(`/cuts?close=${ids.join()}`, WIDE);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    await town.mapAtRest();
    const under = await page.evaluate((closed) => {
      const { __kithMap: map } = window as unknown as {
        __kithMap: {
          querySourceFeatures(source: string): {
            properties: { id?: string };
            geometry: { coordinates: [number, number] };
          }[];
          project(at: [number, number]): { x: number; y: number };
          getContainer(): HTMLElement;
        };
      };
      const stage = map.getContainer().getBoundingClientRect();
      const covers = [...document.querySelectorAll('.over .legend, .stage fieldset')].map((each) =>
        each.getBoundingClientRect(),
      );
      const pins = map
        .querySourceFeatures('marks')
        .filter(({ properties: { id } }) => closed.includes(id ?? ''));
      const hidden = pins.filter(({ geometry }) => {
        const { x, y } = map.project(geometry.coordinates);
        return covers.some(
          (box) =>
            stage.left + x > box.left - 14 &&
            stage.left + x < box.right + 14 &&
            stage.top + y > box.top - 14 &&
            stage.top + y < box.bottom + 14,
        );
      });
      return [covers.length > 1, new Set(pins.map(({ properties }) => properties.id)).size, hidden.length];
    }, ids);
    expect(under).toEqual([true, 4, 0]);
  });

  it('closes the only library of Lutterworth, says who loses out, and undoes it', async () => {
    const lutterworth = openLibraries.find((row) => row.name === 'Lutterworth Library');
    if (!lutterworth) throw new Error('Lutterworth Library is not open in the starter');
    const others = openLibraries
      .filter((row) => row !== lutterworth)
      .map((row) => apart(spot(row), spot(lutterworth)));
    expect(Math.min(...others)).toBeGreaterThan(3000);

    const town = await kith.visit('/cuts');
    const { page } = town;
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    const lost = await town.peopleWhoLose();
    expect(lost).toBe(countLosers('leicestershire', lutterworth));
    expect(lost).toBeGreaterThan(500);
    const result = page.getByRole('region', { name: /lose|Who/ }).first();
    for (const words of [
      'Aged 65 and over',
      'Disabled',
      'Living alone',
      'No car',
      'Where they would go instead',
    ]) {
      await expect.poll(() => result.innerText()).toContain(words);
    }
    expect(await page.getByRole('table').first().innerText()).toContain('Harborough');

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('#consequence .big').count()).toBe(0);
    await expect.poll(() => town.query.get('close')).toBeNull();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => town.peopleWhoLose()).toBe(lost);
  });

  it('shows the same after the link is opened again', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await town.cut('Melton Mowbray Library');
    await page.locator('#consequence .big').waitFor();
    const [lost, table] = [await town.peopleWhoLose(), await page.getByRole('table').first().innerText()];
    await page.reload();
    await page.locator('#consequence .big').waitFor();
    expect(await town.peopleWhoLose()).toBe(lost);
    expect(await page.getByRole('table').first().innerText()).toBe(table);
  });

  it('counts, for ten closures drawn at random, exactly as a slow count from the files does', async () => {
    // A fixed seed: the ten are always the same ones, and any ten would do.
    let seed = 20261123;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const inside = openLibraries.filter((row) => row.outside === 'no');
    const drawn = new Set<Record<string, string>>();
    while (drawn.size < 10) {
      const library = inside[Math.floor(random() * inside.length)];
      if (library) drawn.add(library);
    }
    let any = 0;
    const town = await kith.visit('/about');
    for (const library of drawn) {
      const patch = library.patch ?? '';
      const id = await placeId(library.name ?? '', patch);
      await town.page.goto(`/cuts?patch=${patch}&close=${id}`);
      await town.page.locator('#consequence .big').waitFor();
      const expected = countLosers(patch, library);
      expect([library.name, await town.peopleWhoLose()]).toEqual([library.name, expected]);
      const preview = await fetch(`${kith.server.url}/api/scenarios/preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          patch,
          kinds: ['library'],
          minutes: 15,
          pace: 'planner',
          lens: 'all',
          cuts: [{ type: 'close', place: id }],
        }),
      });
      const report = (await preview.json()) as { people: { lost: { middle: number } } };
      expect([library.name, report.people.lost.middle]).toEqual([library.name, expected]);
      any += expected;
    }
    expect(any).toBeGreaterThan(0);
  });

  it('marks on the map the areas that lose, and the same ones in the table', async () => {
    const id = await placeId('Lutterworth Library', 'leicestershire');
    const town = await kith.visit(`/cuts?close=${id}`, WIDE);
    await town.mapAtRest();
    const rows = await town.page.locator('[data-area]').evaluateAll((all) =>
      all.map((row) => ({
        code: row.getAttribute('data-area') ?? '',
        // A row can also be there for a loss that only winding streets would bring: that is not hatched.
        loses: row.querySelector('td')?.textContent?.trim().startsWith('0') === false,
      })),
    );
    const losing = rows.filter((row) => row.loses).map((row) => row.code);
    expect(losing.length).toBeGreaterThan(1);
    const hatched = await town.page.evaluate(
      (numbered) => {
        const map = (
          window as unknown as { __kithMap: { getFeatureState(at: object): { lost?: boolean } | null } }
        ).__kithMap;
        return numbered
          .filter(
            ({ id }) => map.getFeatureState({ source: 'ground', sourceLayer: 'areas', id })?.lost === true,
          )
          .map(({ code }) => code);
      },
      rows.map(({ code }) => ({ code, id: featureId(code) })),
    );
    expect(hatched).toEqual(losing);
  });

  it('goes to the map of another patch when one is chosen, whatever was open before', async () => {
    const town = await kith.visit('/cuts', WIDE);
    const { page } = town;
    await town.cut('Lutterworth Library');
    await town.mapAtRest();
    await page.getByRole('combobox', { name: 'Where' }).selectOption('kirklees');
    const centre = () =>
      page.evaluate(() => {
        const map = (
          window as unknown as { __kithMap: { getCenter(): { lng: number; lat: number } } }
        ).__kithMap.getCenter();
        return map.lng < -1.5 && map.lng > -2 && map.lat > 53.5 && map.lat < 53.8;
      });
    await expect.poll(centre).toBe(true);
    await expect.poll(() => town.query.get('close')).toBeNull();
  });

  it('leaves the map where the reader moved it when only the lens changes', async () => {
    const id = await placeId('Lutterworth Library', 'leicestershire');
    const town = await kith.visit(`/cuts?close=${id}`, WIDE);
    const { page } = town;
    await town.mapAtRest();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => town.query.get('at')).not.toBeNull();
    await town.mapAtRest();
    const there = town.query.get('at');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('radio', { name: /^Older people/ }).check();
    await expect.poll(() => town.query.get('lens')).toBe('older');
    await expect
      .poll(() => page.getByRole('region', { name: 'What the colours mean' }).innerText())
      .toMatch(/older/i);
    await town.mapAtRest();
    await expect.poll(() => town.query.get('at')).toBe(there);
  });

  it('closes a place by keyboard alone', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('Oakham Library');
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('input[type=checkbox]'))) break;
    }
    await page.keyboard.press('Space');
    await page.locator('#consequence .big').waitFor();
    expect(await town.peopleWhoLose()).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('#consequence .big').count()).toBe(0);
  });

  it('closes all run by one body at once, and downloads the result with its sources and hash', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    await page.getByRole('combobox', { name: /Close all run by/ }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Close all' }).click();
    await page.locator('#consequence .big').waitFor();
    await expect.poll(() => town.query.get('close')?.split(',').length).toBeGreaterThan(1);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const stream = await file.createReadStream();
    let text = '';
    for await (const chunk of stream) text += chunk;
    expect(text).toMatch(/[0-9a-f]{64}/);
    expect(text).toContain('Office for National Statistics');
    expect(text).toContain('2021');
    expect(text).toContain(String(await town.peopleWhoLose()));
  });

  it('says in plain English what of an old link could not be used, and works out the rest', async () => {
    const id = await placeId('Lutterworth Library', 'leicestershire');
    const town = await kith.visit(`/cuts?close=00000000-0000-5000-8000-000000000000,${id}`);
    const { page } = town;
    await page.getByRole('alert').filter({ hasText: 'could not be used' }).waitFor();
    expect(await town.peopleWhoLose()).toBeGreaterThan(500);
  });

  it('on a phone puts the choice first, the consequence beneath, and the map one tap away', async () => {
    const town = await kith.visit('/cuts', PHONE);
    const { page } = town;
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await town.mapAtRest();
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});
