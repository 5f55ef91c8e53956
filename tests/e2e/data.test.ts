import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureId } from '@kith/core/area/feature-id';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { PHONE, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { starterRows } from '../drivers/starter.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const areas = starterRows('areas.csv');
const libraries = starterRows('libraries.csv');
const benches = starterRows('benches.csv');
const venues = starterRows('venues.csv');
const whole = (count: number): string => count.toLocaleString('en-GB');

async function open(address = '/data', size?: { width: number; height: number }): Promise<Town> {
  const town = await kith.visit(address, size);
  await town.heading('What is loaded').waitFor();
  return town;
}
const section = (town: Town, name: string) => town.page.getByRole('region', { name, exact: true });

describe('Data', () => {
  it('says how much is held, as the files have it', async () => {
    const loaded = section(await open(), 'What is loaded');
    const residents = areas.reduce((sum, row) => sum + Number(row.residents), 0);
    const closed = libraries.filter((row) => row.status === 'closed').length;
    for (const words of [
      `${whole(areas.length)} areas`,
      `in ${new Set(areas.map((row) => row.district_code)).size} districts; ${whole(residents)} people`,
      `${whole(libraries.length + benches.length + venues.length)} places`,
      `${closed} of them closed`,
      `${whole(12 * areas.length)} figures of areas`,
      `${whole(starterRows('home-points.csv').length)} home points`,
      `${whole(starterRows('postcode-sectors.csv').length)} beginnings of postcodes`,
      `${whole(starterRows('place-names.csv').length)} names of towns and villages`,
    ]) {
      await expect.poll(() => loaded.innerText()).toContain(words);
    }
    expect(await loaded.innerText()).toMatch(/All \d+ checks hold/);
  });

  it('opens a source by keyboard and says what it gave, how old, and what must be said', async () => {
    const town = await open();
    const row = section(town, 'Where it comes from')
      .getByRole('listitem')
      .filter({ hasText: 'OpenBenches:' });
    await row.locator('summary').focus();
    await town.page.keyboard.press('Enter');
    await row.getByText('To be said').waitFor();
    const words = await row.innerText();
    expect(words).toContain(`${whole(benches.length)} places`);
    expect(words).toContain('OpenBenches.org, CC BY-SA 4.0');
    expect(words).toContain('Inscriptions are left out');
    await town.page.keyboard.press('Enter');
    await expect.poll(() => row.getByText('To be said').count()).toBe(0);
  });

  it('counts areas with a figure of their own, over all and by district', async () => {
    const town = await open('/data?patch=leicestershire&show=no-car');
    const missing = section(town, 'What is missing');
    const own = areas.filter((row) => row.census_from === 'lsoa');
    await expect
      .poll(() => missing.innerText())
      .toContain(`${whole(own.length)} of ${whole(areas.length)} (`);
    for (const district of ['Blaby', 'Rutland', 'Leicester']) {
      const here = areas.filter((row) => row.district === district);
      const cells = missing
        .getByRole('row')
        .filter({ has: town.page.getByRole('rowheader', { name: district, exact: true }) });
      expect(await cells.getByRole('cell').allInnerTexts()).toEqual([
        whole(here.filter((row) => row.census_from === 'lsoa').length),
        whole(here.filter((row) => row.census_from === 'msoa').length),
        '0',
      ]);
    }
    await missing.getByRole('combobox').selectOption({ label: 'Disabled (all its own)' });
    await expect
      .poll(() => missing.innerText())
      .toContain(`${whole(areas.length)} of ${whole(areas.length)} (100%)`);
    await expect.poll(() => town.query.get('show')).toBe('disabled');
  });

  it('draws whose figure each area of the patch has', async () => {
    const town = await open('/data?patch=kirklees&show=no-car', WIDE);
    await town.mapAtRest();
    const here = areas.filter((row) => row.patch === 'kirklees');
    const drawn = () =>
      town.page.evaluate(
        (ids) => {
          const map = (
            window as unknown as { __kithMap: { getFeatureState(at: object): { class?: number } | null } }
          ).__kithMap;
          return ids.map(
            (id) => map.getFeatureState({ source: 'ground', sourceLayer: 'areas', id })?.class ?? null,
          );
        },
        here.map((row) => featureId(row.code ?? '')),
      );
    // Teal of two strengths: 14 for a figure of its own, 12 for that of the wider area.
    await expect.poll(drawn).toEqual(here.map((row) => (row.census_from === 'lsoa' ? 14 : 12)));
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('says how old what is shown is, kind by kind', async () => {
    const age = section(await open(), 'How old it is');
    const groups = venues.filter((row) => row.kind === 'group' && row.status !== 'closed');
    const dated = groups.flatMap((row) => row.year || []).sort();
    const words = (await age.getByRole('listitem').filter({ hasText: 'Groups' }).innerText()).replace(
      /\s+/g,
      ' ',
    );
    expect(words).toContain(`Groups ${whole(groups.length)}`);
    expect(words).toContain(`${dated.length} dated by a page or file (${dated[0]} to ${dated.at(-1)})`);
    expect(words).toContain(`${groups.length - dated.length} with no date`);
  });

  it('hands out the benches in a file of their own, every one', async () => {
    const town = await open();
    const downloads = section(town, 'Downloads');
    const [download] = await Promise.all([
      town.page.waitForEvent('download'),
      downloads.getByRole('link', { name: 'Places: Creative Commons Attribution-ShareAlike' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('places-cc-by-sa.csv');
    const rows = parse(readFileSync(await download.path()), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(new Set(rows.map((row) => row.place_id)).size).toBe(benches.length);
    expect(new Set(rows.map((row) => row.attribution))).toEqual(new Set(['OpenBenches.org, CC BY-SA 4.0']));
  });

  it('hands out all of it as one zip', async () => {
    const town = await open();
    const [download] = await Promise.all([
      town.page.waitForEvent('download'),
      section(town, 'Downloads').getByRole('link', { name: 'Download all of it' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('kith-data.zip');
    expect(
      readFileSync(await download.path())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\u0003\u0004');
  });

  it('is reached from How it works and leads back there, on a phone too', async () => {
    const town = await kith.visit('/about', PHONE);
    await town.page.getByRole('link', { name: 'The data', exact: true }).first().click();
    await town.heading('What is loaded').waitFor();
    await section(town, 'Where it comes from').getByRole('link', { name: 'How it works' }).click();
    await town.heading('How it works').waitFor();
  });

  it('says so when it does not load, and shows it when it does', async () => {
    const town = await kith.visit('/about');
    await town.page.route('**/api/data-report', (route) => route.abort());
    await town.page.getByRole('link', { name: 'Data', exact: true }).click();
    await town.page.getByText('This did not load').first().waitFor();
    await town.page.unroute('**/api/data-report');
    await town.page.getByRole('button', { name: 'Try again' }).first().click();
    await town.heading('What is loaded').waitFor();
  });

  it('opens every source for paper', async () => {
    const town = await open();
    await town.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const sources = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', 'data', 'sources.json'), 'utf8'),
    ) as { sources: unknown[] };
    await expect.poll(() => town.page.getByText('To be said').count()).toBe(sources.sources.length);
    await town.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => town.page.getByText('To be said').count()).toBe(0);
  });
});
