import { expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { keepPlace, nameRole, signIn } from '../drivers/keeping.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });

it('tells the second of two who change the same thing, shows both, and loses nothing', async () => {
  const placeId = await kith.placeId('patch=leicestershire&kind=library&q=Anstey');
  const second = await kith.visit('/about');
  await signIn(second, kith.server, 'keeper@example.org');
  await keepPlace(kith.server, {
    email: 'keeper@example.org',
    organisation: 'Anstey Library volunteers',
    placeId,
    checkedOn: '2026-05-03',
  });
  const first = await kith.visit('/about', PHONE);
  await signIn(first, kith.server, 'steward@example.org');
  await nameRole(kith.server, 'steward@example.org', 'steward');
  for (const town of [first, second]) {
    await town.page.goto(`/find?place=${placeId}`);
    await town.page.getByText('Kept by Anstey Library volunteers').waitFor();
    await town.page.getByRole('button', { name: 'Change this' }).click();
  }
  await second.page.getByLabel('Email', { exact: true }).fill('mine@anstey.example.org');
  await second.page.getByLabel('Website', { exact: true }).fill('https://anstey.example.org/mine');
  // Times are changed in the editor that adds places, and the spot without a map too.
  await second.page.getByLabel('Until').first().fill('6');
  await second.page.getByText('Monday and Friday, 14:00 to 18:00').waitFor();
  await second.page.getByText('Or give two numbers').click();
  await second.page.getByLabel('North, then east').fill('52.67310, -1.18940');
  await second.page.getByText(/^Moved \d+ m\.$/).waitFor();
  // What was typed is there again once the page is loaded anew.
  await second.page.reload();
  await second.page.getByRole('button', { name: 'Change this' }).click();
  await second.page.getByText('What you wrote here before is still here').waitFor();
  await first.page.getByLabel('Email', { exact: true }).fill('theirs@anstey.example.org');
  expect(await violations(first)).toEqual([]);
  await first.page.getByRole('button', { name: 'Save' }).click();
  await first.page.getByText('What you changed is shown now').waitFor();

  await second.page.getByRole('button', { name: 'Save' }).click();
  await second.heading('Somebody changed this while you wrote').waitFor();
  await second.page.getByLabel(/a steward.*theirs@anstey/).check();
  expect(await violations(second)).toEqual([]);
  await second.page.getByRole('button', { name: 'Send with these' }).click();
  await second.page.getByText('What you changed is shown now').waitFor();
  const answer = await (await second.page.request.get(`/api/places/${placeId}`)).json();
  expect(answer).toMatchObject({
    email: 'theirs@anstey.example.org',
    website: 'https://anstey.example.org/mine',
    openingHours: 'Mo,Fr 14:00-18:00; Tu,We,Sa 10:00-13:00; Th 10:00-17:00',
    lat: 52.6731,
    lon: -1.1894,
    precision: 'exact',
  });

  await first.page.getByRole('button', { name: 'History' }).click();
  await first.page.getByText('mine').first().waitFor();
  expect(await violations(first)).toEqual([]);
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
