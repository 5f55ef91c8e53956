import type { Page, Worker } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { WIDE, WITHOUT_MAP } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const PATCH = 'leicestershire';
const placeId = (name: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=${PATCH}&kind=library`);

/** What the API makes of cuts, with the question that a bare link asks. */
async function preview(cuts: readonly object[], more: object = {}) {
  const question = { patch: PATCH, kinds: ['library'], minutes: 15, pace: 'planner', lens: 'all', ...more };
  const answer = await fetch(`${kith.server.url}/api/scenarios/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...question, cuts }),
  });
  const report = (await answer.json()) as { hash: string; people: { lost: { middle: number } } };
  expect(answer.status, JSON.stringify(report)).toBe(200);
  return report;
}
const close = (place: string) => ({ type: 'close', place });

/** The worker in which the engine runs, once it has begun. */
async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().some((each) => each.url().includes('engine-worker'))).toBe(true);
  const worker = page.workers().find((each) => each.url().includes('engine-worker'));
  if (!worker) throw new Error('The engine has no worker');
  return worker;
}

/** For answers that the test itself holds up. */
const SLOW = { timeout: 20_000 };

interface Slowed {
  asked: string[];
  postMessage(message: unknown, options?: unknown): void;
}

describe('the engine beside the page', () => {
  it('is a small file of its own, and no other script of the page can play', async () => {
    const town = await kith.visit('/cuts');
    const { page } = town;
    const worker = await engineOf(page);
    await town.cut('Lutterworth Library');
    await page.locator('#consequence .big').waitFor();
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .filter((name) => /\/assets\/.*\.js$/.test(name)),
    );
    const textOf = async (address: string) => (await fetch(address)).text();
    /** Words of core that only whoever plays a scenario carries. */
    const plays = /Cuts were played unchecked/;
    const engine = await textOf(worker.url());
    expect(engine).toMatch(plays);
    expect(engine.length).toBeLessThan(120_000);
    expect(engine).not.toMatch(/ZodError/);
    const others = scripts.filter((each) => each !== worker.url());
    expect(others.length).toBeGreaterThan(2);
    for (const script of others) expect(await textOf(script), script).not.toMatch(plays);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('is asked once more for the newest of many cuts, keeps the older answer meanwhile and says so', async () => {
    const names = ['Lutterworth Library', 'Oakham Library', 'Melton Mowbray Library'];
    const ids = await Promise.all(names.map(placeId));
    const [one, all] = await Promise.all([
      preview([close(ids[0] ?? '')]),
      preview(ids.map((id) => close(id))),
    ]);
    const town = await kith.visit(`/cuts?close=${ids[0]}`);
    const { page } = town;
    await expect.poll(() => town.peopleWhoLose()).toBe(one.people.lost.middle);
    const worker = await engineOf(page);
    await worker.evaluate(() => {
      const scope = self as unknown as Slowed & EventTarget;
      scope.asked = [];
      scope.addEventListener('message', (event) => scope.asked.push((event as MessageEvent).data.ask));
      const post = scope.postMessage.bind(scope);
      scope.postMessage = (message, options) => void setTimeout(() => post(message, options), 1500);
    });
    // A cut, its undoing and two others: only the first and the last are of any interest by the time they are played.
    await page.getByRole('button', { name: 'Add a cut' }).click();
    for (const name of [names[1], names[1], names[2], names[1]]) {
      await page.getByRole('searchbox').fill(name ?? '');
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
    }
    await page.getByText('Until then this is the answer before').waitFor();
    expect(await town.peopleWhoLose()).toBe(one.people.lost.middle);
    await expect.poll(() => town.peopleWhoLose(), SLOW).toBe(all.people.lost.middle);
    await expect.poll(() => page.getByText('Until then this is the answer before').count(), SLOW).toBe(0);
    const asked = await worker.evaluate(() => (self as unknown as Slowed).asked);
    expect(asked.filter((each) => each === 'play').length).toBeLessThan(4);
    expect(asked.filter((each) => each === 'ground')).toEqual([]);
  });

  it('is started again where it dies, says so, and answers', async () => {
    const id = await placeId('Lutterworth Library');
    const town = await kith.visit(`/cuts?close=${id}`);
    const { page } = town;
    await page.locator('#consequence .big').waitFor();
    const worker = await engineOf(page);
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('out of memory');
      });
    });
    await page.getByRole('alert').filter({ hasText: 'started again' }).waitFor();
    await page.getByRole('button', { name: 'Keep Lutterworth Library open' }).click();
    await expect.poll(() => page.locator('#consequence .big').count()).toBe(0);
    expect(page.workers()).not.toContain(worker);
    await page.getByRole('button', { name: 'Undo' }).click();
    const { people } = await preview([close(id)]);
    await expect.poll(() => town.peopleWhoLose()).toBe(people.lost.middle);
  });
});

describe('a link', () => {
  it('holds cuts of all four kinds with their question, and gives what the API gives', async () => {
    const [closed, shorter, paid, spared] = await Promise.all(
      ['Lutterworth Library', 'Evington Library', 'Oakham Library', 'Uppingham Library'].map(placeId),
    );
    const keeps = '.'.repeat(168).split('');
    for (const hour of [10, 11, 12]) keeps[24 + hour] = 'o';
    const site = { easting: 454_400, northing: 284_500 };
    const cuts = [
      close(closed ?? ''),
      { type: 'shorten', place: shorter, keeps: keeps.join('') },
      { type: 'open', site: 'new-1', name: 'Corner library', kind: 'library', ...site, week: null },
      {
        type: 'end-grant',
        grant: 'Lottery ~ 2027',
        endsOn: '2027-03-31',
        places: [paid, spared],
        replaced: [spared],
      },
    ];
    const query = new URLSearchParams([
      ['close', closed ?? ''],
      ['shorten', `${shorter}~tu10-13`],
      ['new', `new-1~library~${site.easting}~${site.northing}~~Corner library`],
      ['grant', `Lottery ~ 2027~2027-03-31~${paid}.${spared}~${spared}`],
      ['metres', '1200'],
      ['on', '2027-04-01'],
    ]);
    const report = await preview(cuts, { metres: 1200, on: '2027-04-01' });
    const town = await kith.visit(`/cuts?${query}`, WIDE);
    const { page } = town;
    await expect.poll(() => town.peopleWhoLose()).toBe(report.people.lost.middle);
    expect(await page.getByRole('alert').count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    let text = '';
    for await (const chunk of await file.createReadStream()) text += chunk;
    // The same scenario over the same data: the hash is over both.
    expect(text).toContain(report.hash);
    await expect
      .poll(() => town.query.getAll('grant'))
      .toEqual([`Lottery ~ 2027~2027-03-31~${paid}.${spared}~${spared}`]);
  });

  it('made before there was more than closing opens the same scenario', async () => {
    const ids = await Promise.all(['Lutterworth Library', 'Oakham Library'].map(placeId));
    const report = await preview(ids.map(close));
    const town = await kith.visit(`/cuts?close=${ids.join(',')}`);
    await expect.poll(() => town.peopleWhoLose()).toBe(report.people.lost.middle);
    await expect.poll(() => town.query.get('close')).toBe(ids.join(','));
  });
});
