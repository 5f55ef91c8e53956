import { expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { keepPlace, nameRole, signIn } from '../drivers/keeping.ts';
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
  await page.getByText('Or give two numbers').click();
  await page.getByLabel('North, then east').fill('52.67310, -1.18940');
  await page.getByText(/^Moved \d+ m\.$/).waitFor();
  // What was typed is there again once the page is loaded anew.
  await page.reload();
  await page.getByRole('button', { name: 'Change this' }).click();
  await page.getByText('What you wrote here before is still here').waitFor();
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

it('brings what a visitor sends to a steward, who decides by keys; the note comes back to the visitor', async () => {
  const placeId = await kith.placeId('patch=leicestershire&kind=library&q=Barwell');
  const visitor = await kith.visit(`/find?place=${placeId}`, PHONE);
  await visitor.page.getByRole('button', { name: 'Change this' }).click();
  await visitor.page.getByLabel('Add what is missing').selectOption('notes');
  await visitor.page.getByLabel('Notes').fill('Tea on Tuesdays.');
  await visitor.page.getByRole('button', { name: 'Send to a steward' }).click();
  const reference = visitor.page.getByRole('status').getByRole('link');
  await reference.waitFor();

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
  await page.getByText('All is done. Thank you.').waitFor();

  await reference.click();
  await visitor.page.getByText('Who pours it?').waitFor();
});
