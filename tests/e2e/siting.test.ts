import type { Request, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, type Size, WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

/** A question that a greedy answer does not prove: ten new libraries, starting from nothing. */
const TEN = '/cuts?site=mclp&sites=10&siteExisting=no';
const WASM = /\.wasm$/;

const panelOf = (town: Town) => town.page.getByRole('tabpanel', { name: 'One more' });
const look = (town: Town): Promise<void> =>
  panelOf(town).getByRole('button', { name: 'Look', exact: true }).click();
const answerOf = (town: Town) => panelOf(town).getByRole('region', { name: /library|walk/ });
const proven = (town: Town): Promise<void> =>
  answerOf(town).getByText('Proven: on these estimates no other choice does better.').waitFor();

/** A page where the solver does not come until it is let through: what is shown without it can be looked at. */
async function visitHolding(
  address: string,
  size?: Size,
): Promise<{ town: Town; release: () => Promise<void> }> {
  const town = await kith.visit('/about', size);
  const held: Route[] = [];
  let free = false;
  await town.page.route(WASM, (route) => {
    if (free) return route.continue();
    held.push(route);
    return undefined;
  });
  await town.page.goto(address);
  const release = async (): Promise<void> => {
    free = true;
    await Promise.all(held.map((route) => route.continue()));
  };
  return { town, release };
}

/** The number at the head of an answer. */
async function figure(town: Town): Promise<number> {
  const words = await answerOf(town).getByRole('heading').first().innerText();
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', ''));
}

describe('where one more would do most', () => {
  it('shows a good answer with how good it is at least, then the best one with its proof', async () => {
    const { town, release } = await visitHolding(TEN);
    await look(town);
    await answerOf(town)
      .getByText(/^At least \d\d(\.\d)?% as good as the best there can be\./)
      .waitFor();
    const first = await figure(town);
    expect(first).toBeGreaterThan(10_000);
    await release();
    await proven(town);
    expect(await figure(town)).toBeGreaterThanOrEqual(first);
  });

  it('can be stopped: the answer so far stays, with how much better another could be', async () => {
    const { town } = await visitHolding(TEN);
    await look(town);
    await answerOf(town).getByRole('button', { name: 'Stop' }).click();
    await answerOf(town)
      .getByText(/^Stopped: at most \d+(\.\d)?% better is possible\./)
      .waitFor();
    expect(await answerOf(town).getByRole('listitem').count()).toBe(10);
    expect(await answerOf(town).getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });

  it('keeps the good answer where the solver does not come, and says why it went no further', async () => {
    const town = await kith.visit('/about');
    await town.page.route(WASM, (route) => route.abort());
    await town.page.goto(TEN);
    await look(town);
    await answerOf(town)
      .getByText(/^The solver could not be fetched/)
      .waitFor();
    await answerOf(town)
      .getByText(/^Stopped: at most/)
      .waitFor();
    expect(await answerOf(town).getByRole('listitem').count()).toBe(10);
  });

  it('fetches the solver only when it is asked, packed, and keeps it for ever', async () => {
    const town = await kith.visit('/cuts', WIDE);
    const asked: Request[] = [];
    town.page.on('request', (request) => {
      if (/highs/.test(request.url())) asked.push(request);
    });
    await town.page.getByRole('tab', { name: 'One more' }).click();
    await panelOf(town).getByLabel('How many new places').fill('10');
    await panelOf(town).getByLabel('Keep the places there are').uncheck();
    await town.mapAtRest();
    expect(asked).toEqual([]);
    await look(town);
    await proven(town);
    const wasm = await asked.find((request) => WASM.test(request.url()))?.response();
    expect(await wasm?.headerValue('content-type')).toBe('application/wasm');
    expect(await wasm?.headerValue('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(await wasm?.headerValue('cache-control')).toContain('immutable');
  });

  it('runs under a policy that blocks nothing of ours', async () => {
    const town = await kith.visit(TEN);
    await look(town);
    await proven(town);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('and that lets in nothing but WebAssembly: no text as code, no worker of text', async () => {
    const town = await kith.visit('/cuts');
    // In a timer, since what a test runs itself is let past the policy.
    const done = await town.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          setTimeout(() => {
            const tried: string[] = [];
            try {
              new Function('return 1')();
              tried.push('text ran');
            } catch {
              tried.push('no text');
            }
            const script = document.createElement('script');
            script.textContent = 'window.ranInline = true';
            document.body.append(script);
            tried.push('ranInline' in window ? 'inline ran' : 'no inline');
            try {
              const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
              worker.addEventListener('message', () => resolve([...tried, 'worker ran']));
              worker.addEventListener('error', () => resolve([...tried, 'no worker']));
            } catch {
              resolve([...tried, 'no worker']);
            }
          }, 0);
        }),
    );
    expect(done).toEqual(['no text', 'no inline', 'no worker']);
  });

  it('tries the places found in one step: the plan gains as many people as were promised, and Undo takes all out', async () => {
    const town = await kith.visit('/cuts?site=mclp&sites=3');
    const { page } = town;
    await look(town);
    await proven(town);
    const promised = await figure(town);
    const doubt = await answerOf(town)
      .getByText(/^Between [\d,]+ and [\d,]+, as streets run straighter or less\.$/)
      .innerText();
    await answerOf(town).getByRole('button', { name: 'Try these' }).click();
    await page.getByText('These places are in your plan now').waitFor();
    await expect.poll(() => town.query.getAll('new')).toHaveLength(3);
    await page.getByRole('tab', { name: 'Result' }).click();
    await expect
      .poll(() => page.locator('#consequence .big').innerText())
      .toBe(`+${promised.toLocaleString('en-GB')}`);
    // The report counts the same places by other code.
    expect(await page.getByRole('tabpanel', { name: 'Result' }).innerText()).toContain(doubt);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => town.query.getAll('new')).toEqual([]);
  });

  it('stands on the map as numbered rings, and a row of the list is chosen by keyboard', async () => {
    const town = await kith.visit('/cuts?site=mclp&sites=3', WIDE);
    const { page } = town;
    await look(town);
    await proven(town);
    await town.mapAtRest();
    const rings = await page.evaluate(() => {
      const map = (
        window as unknown as {
          __kithMap: { querySourceFeatures(id: string): { properties: { name: string } }[] };
        }
      ).__kithMap;
      return [
        ...new Set(map.querySourceFeatures('rings-always').map((each) => each.properties.name[0])),
      ].sort();
    });
    expect(rings).toEqual(['1', '2', '3']);
    const second = answerOf(town).getByRole('listitem').nth(1).getByRole('button');
    await second.focus();
    await page.keyboard.press('Enter');
    expect(await second.getAttribute('aria-pressed')).toBe('true');
  });

  it('says of each place and in the table what it adds as streets run straighter or less', async () => {
    const town = await kith.visit('/cuts?site=mclp&sites=3');
    await panelOf(town).getByText('and says how sure it is').waitFor();
    await look(town);
    await proven(town);
    const first = await answerOf(town).getByRole('listitem').first().innerText();
    const band = /[\d,]+ to [\d,]+/.exec(first)?.[0] ?? 'none';
    await answerOf(town).getByRole('button', { name: 'Show as a table' }).click();
    const row = answerOf(town).getByRole('table').getByRole('row').nth(1);
    expect(await row.innerText()).toContain(band);
  });

  it('says the doubt about a longest walk', async () => {
    const town = await kith.visit('/cuts?site=p-centre&sites=2');
    await look(town);
    await answerOf(town)
      .getByText(/^Between [\d,]+ m and [\d,]+ m; between [\d,]+ m and [\d,]+ m now, as streets run/)
      .waitFor();
  });

  it('carries its question in the link', async () => {
    const town = await kith.visit('/cuts?site=p-median&sites=4&siteWeight=noCar&siteExisting=no');
    const panel = panelOf(town);
    await panel.getByLabel('Shortest walks on average').waitFor();
    expect(await panel.getByLabel('Shortest walks on average').isChecked()).toBe(true);
    expect(await panel.getByLabel('How many new places').inputValue()).toBe('4');
    expect(await panel.getByLabel('For whom').inputValue()).toBe('noCar');
    expect(await panel.getByLabel('Keep the places there are').isChecked()).toBe(false);
    await panel.getByLabel('Most people within reach').check();
    await expect.poll(() => town.query.get('site')).toBe('mclp');
  });

  it('says that the answer is to another question once the question has changed', async () => {
    const { town } = await visitHolding(TEN, PHONE);
    await look(town);
    await answerOf(town).getByRole('button', { name: 'Stop' }).click();
    await panelOf(town).getByRole('button', { name: 'Change' }).click();
    await panelOf(town).getByRole('button', { name: 'One fewer' }).click();
    await panelOf(town).getByText('The question has changed since').waitFor();
    expect(await answerOf(town).getByRole('button', { name: 'Try these' }).isDisabled()).toBe(true);
  });

  it('has nothing that axe finds wrong, asked or answered', async () => {
    const town = await kith.visit('/cuts?site=mclp&sites=3', WIDE);
    await panelOf(town).getByRole('button', { name: 'Look', exact: true }).waitFor();
    await town.mapAtRest();
    expect(await violations(town)).toEqual([]);
    await look(town);
    await proven(town);
    await answerOf(town).getByRole('button', { name: 'Show as a table' }).click();
    expect(await violations(town)).toEqual([]);
  });

  it.each(['/cuts?site=mclp', '/cuts?aside=none'])('%s fits when it is zoomed far in', async (address) => {
    const town = await kith.visit(address, { width: 320, height: 256 });
    await town.page.getByRole('tabpanel').getByRole('heading').first().waitFor();
    expect(await town.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
