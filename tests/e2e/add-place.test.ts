import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WIDE } from '../drivers/browser.ts';
import { HumanHand, type Means } from '../drivers/human-hand.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();
/** The most that adding a place may take somebody. */
const MOST_SECONDS = 90;
const CONTACT = '01455 000 123';

const step = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor();
const next = (page: Page) => page.getByRole('button', { name: 'Continue' });
const reference = (page: Page) => page.locator('.reference');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** What became of it, as anybody who has the reference is told. */
async function sent(town: Town): Promise<string> {
  const words = await reference(town.page).innerText();
  const answer = await fetch(`${kith.server.url}/api/sent/${words}`);
  expect(answer.status).toBe(200);
  return JSON.stringify(await answer.json());
}

/** The same place by hand: kind, name, postcode, a time, for whom, wheelchair, phone. */
async function byPointing(town: Town, means: Means, name: string): Promise<HumanHand> {
  const { page } = town;
  const hand = new HumanHand(page, means);
  await step(page, 'What is it?');
  await hand.press(page.getByText('Group', { exact: true }));
  await hand.press(page.getByLabel('Name'));
  await hand.type(name);
  await hand.press(next(page));
  await step(page, 'Where is it?');
  await hand.press(page.getByLabel(/^Postcode, village/));
  await hand.type('LE9 7QG');
  await hand.press(next(page));
  await step(page, 'When can people come?');
  await hand.press(page.getByText('Tue', { exact: true }));
  await hand.press(page.getByLabel('From'));
  await hand.type('10');
  await hand.press(page.getByLabel('Until'));
  await hand.type('12.30');
  await page.getByText('Every Tuesday, 10:00 to 12:30').waitFor();
  await hand.press(next(page));
  await step(page, 'Who is it for?');
  await hand.press(page.getByRole('button', { name: 'Older people' }));
  await hand.press(page.getByLabel('Yes, and the toilet too'));
  await hand.press(next(page));
  await step(page, 'How can people get in touch?');
  await hand.press(page.getByLabel(/^Phone/));
  await hand.type(CONTACT);
  await hand.press(next(page));
  await step(page, 'Have you a photo of it?');
  await hand.press(page.getByRole('button', { name: 'Go on without a photo' }));
  await step(page, 'Check your answers');
  await hand.press(page.getByRole('button', { name: 'Send' }));
  await reference(page).waitFor();
  return hand;
}

/** Not one press of a mouse: Tab, arrows, space and Enter. */
async function byKeyboard(town: Town, name: string): Promise<HumanHand> {
  const { page } = town;
  const hand = new HumanHand(page, 'keyboard');
  await step(page, 'What is it?');
  await hand.key('Tab');
  await hand.key('ArrowDown', 3);
  await hand.key('Tab');
  await hand.type(name);
  await hand.key('Enter');
  await step(page, 'Where is it?');
  await hand.key('Tab');
  await hand.type('LE9 7QG');
  await hand.key('Enter');
  await step(page, 'When can people come?');
  await hand.key('Tab', 3);
  await hand.key('Space');
  expect(await focused(page)).toBe('add-day-0-tu');
  await hand.key('Tab', 7);
  await hand.type('10');
  await hand.key('Tab');
  await hand.type('12.30');
  await hand.key('Enter');
  await step(page, 'Who is it for?');
  await hand.key('Tab');
  await hand.type('Older people');
  await hand.key('Enter');
  await step(page, 'How can people get in touch?');
  await hand.key('Tab', 2);
  expect(await focused(page)).toBe('add-phone');
  await hand.type(CONTACT);
  await hand.key('Enter');
  await step(page, 'Have you a photo of it?');
  await hand.key('Tab', 2);
  await hand.key('Enter');
  await step(page, 'Check your answers');
  await hand.key('Tab', 7);
  await hand.key('Enter');
  await reference(page).waitFor();
  return hand;
}

describe('adding a place', () => {
  it.each<[Means, string]>([
    ['mouse', 'Kirkby Mallory coffee morning'],
    ['keyboard', 'Peckleton knit and natter'],
    ['phone', 'Elmesthorpe supper club'],
  ])('takes a minute and a half at most, by %s', async (means, name) => {
    const town = await kith.visit('/add', means === 'phone' ? PHONE : WIDE);
    const hand = means === 'keyboard' ? await byKeyboard(town, name) : await byPointing(town, means, name);
    console.log(`${means}: ${hand.actions} actions, ${hand.seconds.toFixed(1)} s at human speed`);
    expect(hand.seconds).toBeLessThanOrEqual(MOST_SECONDS);
    expect(await sent(town)).toContain(name);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });

  it('is sent once, though there was no line, the answer was lost and it was tried again', async () => {
    const town = await kith.visit('/add', PHONE);
    const { page } = town;
    await step(page, 'What is it?');
    await page.context().setOffline(true);
    await page.getByText('Hall', { exact: true }).click();
    await page.getByLabel('Name').fill('Desford reading room');
    await next(page).click();
    await page.getByLabel(/^Postcode, village/).fill('LE9 9JH');
    await next(page).click();
    await page.getByText('I do not know', { exact: true }).click();
    for (let at = 0; at < 3; at++) await next(page).click();
    await step(page, 'Have you a photo of it?');
    await page.locator('#add-photo').setInputFiles({
      name: 'hall.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await photoWithPlace(page)),
    });
    await page.locator('figure img').waitFor();
    await page.getByLabel('What does it show?').fill('A brick hall');
    expect(await keptPhoto(page)).toEqual({ width: 1280, height: 640, tellsWhere: false });
    await next(page).click();
    const answers: string[] = [];
    // The first answer is lost on its way back: the server has it, and the sender does not know.
    await page.route('**/api/contributions', async (route) => {
      const answer = await route.fetch();
      answers.push(((await answer.json()) as { reference: string }).reference);
      await (answers.length === 1 ? route.abort() : route.fulfill({ response: answer }));
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await step(page, 'It will be sent when you are back on line');
    await page.context().setOffline(false);
    // Kith has answered, so it is tried again without a press.
    await step(page, 'Thank you');
    await expect.poll(() => answers.length).toBe(2);
    expect(new Set(answers)).toEqual(new Set([await reference(page).innerText()]));
    expect(await sent(town)).toContain('Desford reading room');
    // Nothing of it waits any more.
    await page.goto('/add');
    await page
      .getByText('Sent from this device')
      .or(page.getByRole('heading', { name: 'What is it?' }))
      .first()
      .waitFor();
    expect(await page.getByText('Waiting to be sent').count()).toBe(0);
  });

  it('asks whether it is one that is listed, and keeps what was typed', async () => {
    const town = await kith.visit('/find');
    const { page } = town;
    await page.getByRole('link', { name: 'Add it' }).click();
    await step(page, 'What is it?');
    await page.getByText('Library', { exact: true }).click();
    await page.getByLabel('Name').fill('Lutterworth Library');
    await page.getByRole('heading', { name: 'Is it one of these?' }).waitFor();
    await next(page).click();
    await page.getByLabel(/^Postcode, village/).fill('Lutterworth Library');
    await page
      .getByRole('button', { name: /^Lutterworth Library/ })
      .first()
      .click();
    await page.getByRole('link', { name: /^Lutterworth Library/ }).waitFor();
    await next(page).click();
    await step(page, 'Is it one of these?');
    await page.reload();
    await step(page, 'Is it one of these?');
    await page.getByRole('button', { name: 'No, it is another place' }).click();
    await step(page, 'When can people come?');
    // Begun again later: the draft can be gone on with, or thrown away.
    await page.goto('/add');
    await page.getByRole('button', { name: /^Go on/ }).waitFor();
    await page.getByRole('button', { name: /^Throw away/ }).click();
    await page.reload();
    await step(page, 'What is it?');
  });

  it('leads from each problem to its field, and Back to the page before', async () => {
    const { page } = await kith.visit('/add', PHONE);
    await next(page).click();
    await page.getByRole('link', { name: 'Type what it is called' }).click();
    expect(await focused(page)).toBe('add-name');
    await page.getByText('Bench', { exact: true }).click();
    await page.getByLabel('Name').fill('Bench by the pond');
    await page.keyboard.press('Enter');
    await step(page, 'Where is it?');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('button', { name: 'Back' }).click();
    await step(page, 'What is it?');
    expect(await page.getByLabel('Name').inputValue()).toBe('Bench by the pond');
    await page.goForward();
    await step(page, 'Where is it?');
  });

  it.each([
    ['wide', WIDE],
    ['phone', PHONE],
    ['400% zoom', { width: 320, height: 256 }],
  ])('axe finds nothing wrong on any of its pages (%s)', async (_, size) => {
    const town = await kith.visit('/add', size);
    const { page } = town;
    const look = async (title: string) => {
      await step(page, title);
      expect(await violations(town)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    };
    await step(page, 'What is it?');
    await next(page).click();
    await page.getByRole('alert').waitFor();
    await look('What is it?');
    await page.getByText('Hall', { exact: true }).click();
    await page.getByLabel('Name').fill('Barwell Library');
    await next(page).click();
    await page.getByLabel(/^Postcode, village/).fill('Barwell');
    await page.getByRole('button', { name: /^Barwell Library/ }).waitFor();
    await look('Where is it?');
    await page.getByRole('button', { name: /^Barwell Village/ }).click();
    await page.getByRole('button', { name: 'Put a pin on the map' }).click();
    await town.mapAtRest();
    await look('Where is it?');
    await page.getByRole('button', { name: 'Put it here' }).click();
    await page.getByText('A pin on the map').waitFor();
    await next(page).click();
    const another = page.getByRole('button', { name: 'No, it is another place' });
    await another.or(page.getByText('At set times')).first().waitFor();
    if (await another.isVisible()) {
      await look('Is it one of these?');
      await another.click();
    }
    await page.getByRole('button', { name: 'Add another time' }).click();
    await page.getByText('Some weeks of the month').first().click();
    await next(page).click();
    await page.getByRole('alert').waitFor();
    await look('When can people come?');
    await page.getByText('It varies: I will say it in words').click();
    await page.getByLabel('When, in your own words').fill('Most Fridays');
    await next(page).click();
    await look('Who is it for?');
    await next(page).click();
    await look('How can people get in touch?');
    await next(page).click();
    await look('Have you a photo of it?');
    await page.getByRole('button', { name: 'Go on without a photo' }).click();
    await look('Check your answers');
    await page.getByRole('button', { name: 'Send' }).click();
    await look('Thank you');
    await page.goto('/add');
    await page
      .getByRole('button', { name: 'Add a new place' })
      .or(page.getByText('Kind of place'))
      .first()
      .waitFor();
    expect(await violations(town)).toEqual([]);
    expect(town.conduct).toEqual({ errors: [], strangers: [] });
  });
});

/** A photo of 2,000 by 1,000 pixels with what a camera writes about where it was taken. */
function photoWithPlace(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2_000;
    canvas.height = 1_000;
    canvas.getContext('2d')?.fillRect(0, 0, 900, 900);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
    const bytes = [...new Uint8Array((await made?.arrayBuffer()) ?? new ArrayBuffer(0))];
    const said = [...new TextEncoder().encode('Exif\0\0GPSLatitude 52.6')];
    return [...bytes.slice(0, 2), 0xff, 0xe1, 0, said.length + 2, ...said, ...bytes.slice(2)];
  });
}

/** The photo that the device keeps until it is sent. */
function keptPhoto(page: Page): Promise<{ width: number; height: number; tellsWhere: boolean }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('kith');
      asked.onsuccess = () => resolve(asked.result);
    });
    const photo = await new Promise<Blob>((resolve) => {
      const asked = database.transaction('photos').objectStore('photos').getAll();
      asked.onsuccess = () => resolve(asked.result[0]);
    });
    database.close();
    const { width, height } = await createImageBitmap(photo);
    return { width, height, tellsWhere: (await photo.text()).includes('Exif') };
  });
}
