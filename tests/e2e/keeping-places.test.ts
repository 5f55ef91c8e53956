import { expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { keepPlace, nameRole, signIn } from '../drivers/keeping.ts';
import type { Town } from '../drivers/town.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

it('changes times and the spot in one edit, which a page loaded anew still holds', async () => {
  const placeId = await kith.placeId('patch=leicestershire&kind=library&q=Anstey');
  const keeper = await kith.visit('/about');
  const { page } = keeper;
  await signIn(keeper, kith.server, 'keeper@example.org');
  await keepPlace(kith.server, {
    email: 'keeper@example.org',
    organisation: 'Anstey Library volunteers',
    placeId,
    checkedOn: '2026-05-03',
  });
  await page.goto(`/find?place=${placeId}`);
  await page.getByText('Kept by Anstey Library volunteers').waitFor();
  await page.getByRole('button', { name: 'Change this' }).click();
  await page.getByLabel('Website', { exact: true }).fill('https://anstey.example.org/ours');
  // Times are changed in the editor that adds places, and the spot without a map too.
  await page.getByLabel('Until').first().fill('6');
  await page.getByText('Monday and Friday, 14:00 to 18:00').waitFor();
  // The words beside them are not left to say otherwise.
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Say what becomes of the words beside the times' }).waitFor();
  await page.getByText('Or give two numbers').click();
  await page.getByLabel('North, then east').fill('52.67310, -1.18940');
  await page.getByText(/^Moved \d+ m\.$/).waitFor();
  // What was typed is there again once the page is loaded anew.
  await page.reload();
  await page.getByRole('button', { name: 'Change this' }).click();
  await page.getByText('What you wrote here before is still here').waitFor();
  await page.getByLabel('They are still right: keep them').check();
  expect(await violations(keeper)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What you changed is shown now').waitFor();
  const answer = await (await page.request.get(`/api/places/${placeId}`)).json();
  expect(answer).toMatchObject({
    website: 'https://anstey.example.org/ours',
    openingHours: 'Mo,Fr 14:00-18:00; Tu,We,Sa 10:00-13:00; Th 10:00-17:00',
    lat: 52.6731,
    lon: -1.1894,
    precision: 'exact',
  });
});

/** What Send was pressed on without a line goes from the same page when it is back; what was written on since does not. */
async function sendWithoutLine({ page }: Town): Promise<void> {
  const line = (there: boolean) => page.context().setOffline(!there);
  const notes = page.getByLabel('Notes');
  const pressed = async (words: string) => {
    await notes.fill(words);
    await line(false);
    await page.getByRole('button', { name: 'Send to a steward' }).click();
    await page.getByText('sent as soon as the line is back').waitFor();
  };
  await pressed('Tea on Mondays.');
  await notes.fill('Tea on');
  await page.getByText('it no longer waits to be sent by itself').waitFor();
  await line(true);
  await page.getByText('Kith cannot be reached just now.').waitFor({ state: 'hidden' });
  expect(await notes.inputValue()).toBe('Tea on');
  await pressed('Tea on Tuesdays.');
  await line(true);
}

/** What the photos of a place show, to everyone. */
async function photosOf(placeId: string): Promise<string[]> {
  const answer = await fetch(`${kith.server.url}/api/places/${placeId}`);
  const { photos } = (await answer.json()) as { photos: { alt: string }[] };
  return photos.map(({ alt }) => alt);
}

/** Adds a photo to the place that is open: made smaller on the device, with words for those who cannot see it. */
async function sendPhoto({ page }: Town): Promise<void> {
  const picture = {
    name: 'door.jpg',
    mimeType: 'image/jpeg',
    buffer: await page.screenshot({ type: 'jpeg' }),
  };
  await page.getByRole('button', { name: 'Add a photo' }).click();
  await page.getByLabel('Photo of the building or the room').setInputFiles(picture);
  await page.getByLabel('What does it show?').fill('The red door');
  await page.getByRole('button', { name: 'Send to a steward' }).click();
  await page.getByText('it says what became of it').waitFor();
}

it('brings what a visitor sends to a steward, who decides by keys; the note comes back to the visitor', async () => {
  const placeId = await kith.placeId('patch=leicestershire&kind=library&q=Ibstock');
  const visitor = await kith.visit(`/find?place=${placeId}`, PHONE);
  await visitor.page.getByRole('button', { name: 'Change this' }).click();
  await visitor.page.getByLabel('Add what is missing').selectOption('notes');
  await sendWithoutLine(visitor);
  const reference = visitor.page.getByRole('status').getByRole('link');
  const address = (await reference.getAttribute('href')) ?? '';
  await sendPhoto(visitor);

  const steward = await kith.visit('/about');
  await signIn(steward, kith.server, 'decides@example.org');
  await nameRole(kith.server, 'decides@example.org', 'steward');
  const { page } = steward;
  await page.goto('/steward');
  await page.getByRole('cell', { name: 'Tea on Tuesdays.' }).waitFor();
  expect(await violations(steward)).toEqual([]);
  await page.keyboard.press('r');
  await page.keyboard.type('Who pours it?');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Rejected: /).waitFor();
  // The photo is seen by the steward before anybody else.
  await page.getByRole('img', { name: 'The red door' }).waitFor();
  expect(await photosOf(placeId)).toEqual([]);
  await page.getByRole('button', { name: 'Show the photo' }).click();
  await page.getByText('All is done. Thank you.').waitFor();
  expect(await photosOf(placeId)).toEqual(['The red door']);

  await visitor.page.goto(address);
  await visitor.page.getByText('Who pours it?').waitFor();

  // Where no hours are known the way to say them opens at the times.
  await visitor.page.goto(`/find?place=${await kith.placeId('patch=leicestershire&q=Fleckney%20Baptist')}`);
  await visitor.page.getByRole('button', { name: 'Tell us when it is open' }).click();
  await visitor.page.locator('#edit-openingHours:focus').waitFor();
  // With letters twice as large the choice of a map stays readable.
  const choice = visitor.page.getByRole('banner').getByRole('combobox');
  await visitor.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect((await choice.boundingBox())?.width).toBeGreaterThan(300);
});
