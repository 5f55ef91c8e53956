import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { WITHOUT_MAP } from '../drivers/browser.ts';
import { nameRole, signIn } from '../drivers/keeping.ts';
import { useKith } from '../drivers/use-kith.ts';
import { Sending } from './steward-sent.ts';

const kith = useKith();
const FLOOD =
  'The car park of this library was closed by the council last week and we have to walk from the green';

/** The one that is open, by its title, with the focus on it: whoever decides by keys goes on there. */
async function at(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 2, name: title, exact: true });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((each) => each === document.activeElement)).toBe(true);
}

it('lets a steward do all of it by keys: accept, amend, reject, a flood at once, a merge and its undoing', async () => {
  const sending = new Sending(kith.server);
  const [anstey, barwell] = [
    await kith.placeId('patch=leicestershire&kind=library&q=Anstey'),
    await kith.placeId('patch=leicestershire&kind=library&q=Barwell'),
  ];
  const photo = await sending.photo('The red door of the hall');
  await sending.place({
    name: 'Anstey Knit and Natter',
    pin: { lon: -1.1895, lat: 52.673 },
    photos: [photo.id],
  });
  await sending.edit(anstey, 'notes', null, 'Tea on Tuesdays.');
  const turnedDown = await sending.edit(barwell, 'notes', null, 'The best of all.');
  const hours = await sending.report(barwell, 'hours', 'It is shut on Fridays.');
  for (let n = 1; n <= 4; n++) await sending.report(anstey, 'other', `${FLOOD} ${n}`);
  await sending.twins(barwell, anstey);

  const steward = await kith.visit('/about', WITHOUT_MAP);
  const { page, conduct } = steward;
  await signIn(steward, kith.server, 'steward@example.org');
  await nameRole(kith.server, 'steward@example.org', 'steward');
  const asked = async (path: string) => (await page.request.get(`/api${path}`)).json();
  await page.goto('/steward');
  await page.getByRole('heading', { level: 2, name: 'Anstey Knit and Natter' }).waitFor();
  await page.getByRole('img', { name: 'The red door of the hall' }).waitFor({ state: 'attached' });
  expect(await violations(steward)).toEqual([]);
  expect((await fetch(`${kith.server.url}/api/photos/${photo.id}`)).status).toBe(404);

  // Accepted: the photo is everyone's from then on.
  await page.keyboard.press('a');
  await page.getByText('Accepted: Anstey Knit and Natter.').waitFor();
  await at(page, 'Anstey Library');
  expect((await fetch(`${kith.server.url}/api/photos/${photo.id}`)).status).toBe(200);
  expect(
    (await asked(`/places/${await kith.placeId('patch=leicestershire&q=Natter')}`)).photos,
  ).toMatchObject([{ alt: 'The red door of the hall' }]);

  // Amended.
  await page.keyboard.press('e');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('edit-notes');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Tea at ten on Tuesdays.');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Accept as amended' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Accepted: Anstey Library.').waitFor();
  expect((await asked(`/places/${anstey}`)).notes).toBe('Tea at ten on Tuesdays.');

  // Rejected with a note: letters are letters while one writes it.
  await at(page, 'Barwell Library');
  await page.keyboard.press('r');
  await page.keyboard.type('A jolly opinion.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Rejected: Barwell Library.').waitFor();
  expect(await asked(`/sent/${turnedDown.reference}`)).toMatchObject({ note: 'A jolly opinion.' });

  // A report is put right in the same step.
  await at(page, 'Barwell Library');
  await page.keyboard.press('e');
  await page.getByLabel('What do you want to put right?').selectOption('when');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('edit-when');
  await page.keyboard.type('Mondays to Thursdays, ten to four');
  await page.getByRole('button', { name: 'Accept as amended' }).press('Enter');
  await page.getByText('Accepted: Barwell Library.').waitFor();
  expect((await asked(`/places/${barwell}`)).when).toBe('Mondays to Thursdays, ten to four');
  expect(await asked(`/sent/${hours.reference}`)).toMatchObject({ state: 'accepted' });

  // A flood goes together: the one that stands for it, and its copies, which were set apart.
  await at(page, 'Anstey Library');
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Reject 4' }).waitFor();
  await page.keyboard.press('Shift+R');
  await page.getByText('Rejected: 4.').waitFor();
  await page.getByRole('button', { name: 'Set apart (0)' }).waitFor();

  // Two that are one: the other one stays; undone, both are there again.
  await at(page, 'Barwell Library');
  await page.getByRole('radio', { name: /^Barwell Library/ }).press('Space');
  await page.keyboard.press('a');
  await page.getByText('Merged: Barwell Library.').waitFor();
  await page.getByText('All is done. Thank you.').waitFor();
  expect((await asked(`/places/${anstey}`)).id).toBe(barwell);
  await page.getByRole('button', { name: 'Done', exact: true }).press('Enter');
  await page
    .getByRole('button', { name: /^Undo the merge/ })
    .nth(1)
    .waitFor();
  expect(await violations(steward)).toEqual([]);
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Undo the merge/ })
    .press('Enter');
  await page.getByText(/^They are two places again/).waitFor();
  expect((await asked(`/places/${anstey}`)).id).toBe(anstey);

  // What was rejected is put back: it waits again, and its sender reads so.
  await page
    .getByRole('listitem')
    .filter({ hasText: turnedDown.reference })
    .getByRole('button', { name: /^Put back in the queue/ })
    .press('Enter');
  await page.getByText('Put back: Barwell Library. It waits again.').waitFor();
  expect(await asked(`/sent/${turnedDown.reference}`)).toMatchObject({ state: 'waiting', note: null });

  // The keys can be put off.
  await page.getByRole('button', { name: /^Waiting/ }).press('Enter');
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Use these keys' }).press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => localStorage.getItem('kith-queue-keys-off'))).toBe('1');
  expect(conduct.errors).toEqual([]);
});

it('runs nothing of what people write: on the page of a place, in its history and in the queue', async () => {
  const RUNS = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const sending = new Sending(kith.server);
  const photo = await sending.photo(RUNS);
  await sending.place({
    name: RUNS,
    pin: { lon: -1.23, lat: 52.63 },
    notes: RUNS,
    address: RUNS,
    photos: [photo.id],
  });
  const steward = await kith.visit('/about', WITHOUT_MAP);
  const { page, conduct } = steward;
  await signIn(steward, kith.server, 'reads@example.org');
  await nameRole(kith.server, 'reads@example.org', 'steward');
  const nothingRan = async () => {
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  };
  await page.goto('/steward');
  await page.getByRole('button', { name: 'Set apart (1)' }).click();
  await page.getByRole('heading', { level: 2, name: RUNS }).waitFor();
  await nothingRan();
  await page.keyboard.press('a');
  await page.getByText(/^Accepted: /).waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('link', { name: RUNS }).click();
  await page.getByRole('heading', { name: RUNS }).first().waitFor();
  await page.waitForURL(/[?&]place=/);
  const placeId = new URL(page.url()).searchParams.get('place');
  const risk = { reason: 'other', amountGbp: null, endsOn: null, funder: RUNS, words: RUNS, public: true };
  const noted = await page.evaluate(
    async ([path, body]) =>
      (await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status,
    [`/api/places/${placeId}/risks`, JSON.stringify(risk)] as const,
  );
  expect(noted).toBe(201);
  await page.reload();
  await page.getByText(RUNS).nth(2).waitFor();
  await page.getByRole('img', { name: RUNS }).waitFor({ state: 'attached' });
  await nothingRan();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText(`Added ${RUNS}`).waitFor();
  await nothingRan();
  expect(conduct).toEqual({ errors: [], strangers: [] });
});
