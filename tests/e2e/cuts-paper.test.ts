import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const place = (name: string): Promise<string> =>
  kith.placeId(`q=${encodeURIComponent(name)}&patch=leicestershire&kind=library`);

/** Ids of as many libraries of Leicestershire that can close. */
async function libraries(count: number): Promise<readonly string[]> {
  const answer = await fetch(`${kith.server.url}/api/places?patch=leicestershire&kind=library&limit=100`);
  const { features } = (await answer.json()) as {
    features: { id: string; properties: { status: string; outside: boolean; mobile: boolean } }[];
  };
  const ids = features
    .filter(({ properties }) => properties.status === 'open' && !properties.outside && !properties.mobile)
    .map((each) => each.id);
  expect(ids.length).toBeGreaterThanOrEqual(count);
  return ids.slice(0, count);
}
async function fourCuts(): Promise<string> {
  const [closed, shorter, paid] = await Promise.all(
    ['Lutterworth Library', 'Evington Library', 'Melton Mowbray Library'].map(place),
  );
  return `close=${closed}&shorten=${shorter}~tu10-13&grant=Warm~2027-03-31~${paid}~&new=new-1~library~444300~296600~~Barwell again`;
}
/** The sheet as A4 lays it out between its margins. */
async function onPaper(page: Page): Promise<void> {
  await page.locator('#consequence .big').waitFor();
  await page.setViewportSize({ width: 673, height: 1002 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.locator('article.sheet').waitFor();
}

describe('the sheet for paper', () => {
  it('keeps each box, row and drawing on one page, and a heading with what follows it', async () => {
    const { page } = await kith.visit(`/cuts?${await fourCuts()}`);
    await onPaper(page);
    const sheet = page.locator('article.sheet');
    await sheet.getByText('people gain a library they can walk to').waitFor();
    const broken = await sheet.evaluate((root) => {
      const style = (each: Element) => getComputedStyle(each);
      const may = (each: Element): boolean => {
        for (let at: Element | null = each; at && at !== root; at = at.parentElement)
          if (style(at).breakInside === 'avoid') return false;
        return true;
      };
      // A box is what has a border or a ground of its own.
      const boxes = [...root.querySelectorAll('section, .caveat, tr, li, svg, footer')].filter(
        (each) => each.matches('.caveat, tr, li, svg, footer') || parseFloat(style(each).borderTopWidth) > 0,
      );
      const heads = [...root.querySelectorAll('h2, h3, caption')].filter(
        (each) => style(each).breakAfter !== 'avoid' && may(each),
      );
      return [...boxes.filter(may), ...heads].map(
        (each) => `${each.tagName} ${each.textContent?.slice(0, 30)}`,
      );
    });
    expect(broken).toEqual([]);
  });

  it('gives the table of areas its room by what stands in it, with its head on each page', async () => {
    const { page } = await kith.visit(`/cuts?${await fourCuts()}`);
    await onPaper(page);
    const table = page.locator('article.sheet table').filter({ hasText: 'Areas that lose out or gain' });
    const seen = await table.evaluate((each) => ({
      head: getComputedStyle((each as HTMLTableElement).tHead as Element).display,
      all: each.getBoundingClientRect().width,
      area: each.querySelector('th')?.getBoundingClientRect().width ?? 0,
      next: each.querySelector('th.words')?.getBoundingClientRect().width ?? 0,
      over: [...each.querySelectorAll('th, td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
        .length,
      lines: Math.max(
        ...[...each.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect().height),
      ),
    }));
    expect(seen.head).toBe('table-header-group');
    expect(seen.area / seen.all).toBeGreaterThan(0.19);
    expect(seen.next / seen.all).toBeGreaterThan(0.12);
    expect(seen.over).toBe(0);
    // Four lines at the most; with the narrow column there were six.
    expect(seen.lines).toBeLessThan(70);
  });

  it('has every one of many cuts, in columns', async () => {
    const ids = await libraries(40);
    const { page } = await kith.visit(`/cuts?close=${ids.join()}`);
    await onPaper(page);
    const rows = page.locator('article.sheet .closed li');
    expect(await rows.count()).toBe(40);
    const lefts = await rows.evaluateAll((all) =>
      all.map((each) => Math.round(each.getBoundingClientRect().left)),
    );
    expect(new Set(lefts).size).toBe(3);
    const list = await page.locator('article.sheet .closed').boundingBox();
    // A third of a page at the most.
    expect(list?.height).toBeLessThan(1002 / 3);
  });
});

describe('many cuts on a phone', () => {
  it('fold after a handful, open and fold again by keyboard with the focus kept', async () => {
    const ids = await libraries(40);
    const { page } = await kith.visit(`/cuts?close=${ids.join()}`, PHONE);
    const cards = page.locator('.choose li.card');
    await page.locator('#consequence .big').waitFor();
    expect(await cards.count()).toBe(6);
    const more = page.getByRole('button', { name: 'Show all 40 cuts' });
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => cards.count()).toBe(40);
    const fewer = page.getByRole('button', { name: 'Show the first 6 cuts' });
    expect(await fewer.getAttribute('aria-expanded')).toBe('true');
    expect(await fewer.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => cards.count()).toBe(6);
    const back = await more.boundingBox();
    expect(await more.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(back?.y).toBeGreaterThanOrEqual(0);
    expect((back?.y ?? 0) + (back?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  });

  it('are passed by one press to the result, which the keyboard reaches too', async () => {
    const ids = await libraries(40);
    const { page } = await kith.visit(`/cuts?close=${ids.join()}`, PHONE);
    await page.locator('#consequence .big').waitFor();
    const past = page.getByRole('button', { name: 'To the result' });
    // In sight at once, above the bar at the bottom.
    expect((await past.boundingBox())?.y).toBeLessThan(PHONE.height - 120);
    await past.press('Enter');
    const figure = page.locator('#consequence');
    expect(await figure.evaluate((each) => each === document.activeElement)).toBe(true);
    await expect.poll(async () => (await figure.boundingBox())?.y ?? 999).toBeLessThan(PHONE.height / 2);
    await page.getByRole('tab', { name: 'Compare' }).click();
    await past.press('Enter');
    const tab = page.getByRole('tab', { name: 'Compare' });
    expect(await tab.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('are beside the result on a wide screen, with nothing to pass', async () => {
    const { page } = await kith.visit(`/cuts?close=${(await libraries(40)).join()}`);
    await page.locator('#consequence .big').waitFor();
    expect(await page.getByRole('button', { name: 'To the result' }).isVisible()).toBe(false);
  });
});
