import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../drivers/axe.ts';
import { PHONE, WITHOUT_MAP } from '../drivers/browser.ts';
import { keepPlace, nameRole, signIn } from '../drivers/keeping.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();

/** As lists come: semicolons, Windows-1252, a title, a postcode that is none, a row twice, a heading nobody knows. */
const MESSY = `Halls of the district;;;;
Venue;Type;Post code;Cohort;Opens
Caf\xe9 Sorrel;Caf\xe9;LE194AA;Everyone;Mon-Fri 9-3
Teasel Hall;Village hall;LE99 9ZZ;Over 60s;Tues 10-12
Caf\xe9 Sorrel;Caf\xe9;LE19 4AA;Everyone;
Enderby Library;Library;LE19 4PG;Families;
`;
const NEXT = `Venue;Type;Post code;Cohort;Opens
Clover Rooms;Village hall;;Everyone;Wed 10-12
`;

/** Drops a file where files may be dropped. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const data = await page.evaluateHandle(
    ({ name, codes }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(codes)], name, { type: 'text/csv' }));
      return carried;
    },
    { name, codes },
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}
/** Goes on with Tab until the keys are at something. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const here = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`;
    });
  for (let presses = 0; presses < 60 && !name.test(await here()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await here()).toMatch(name);
}

it('takes a messy file: a column and a cell put right, tried, imported as one change, taken back', async () => {
  const town = await kith.visit('/about', WITHOUT_MAP);
  const { page } = town;
  await signIn(town, kith.server, 'steward@example.org');
  await nameRole(kith.server, 'steward@example.org', 'steward');
  await page.goto('/sheets');
  await drop(page, 'halls.csv', MESSY);
  await town.heading('halls.csv').waitFor();
  await page.getByText('A CSV file in Windows-1252, with semicolons between cells; 6 rows.').waitFor();

  const unknown = page.getByLabel('What column D holds');
  await expect.poll(() => unknown.inputValue()).toBe('ignore');
  await unknown.selectOption('forWhom');
  await page.getByText('As you chose.').waitFor();
  await page.getByText('Row 4, column C').waitFor();
  await page.getByText('The postcode LE99 9ZZ is not known.').waitFor();
  const would = page.locator('section:has(#would) ul');
  await would.getByText('1 row in the file twice').first().waitFor();
  await would.getByText('1 row left out until put right').first().waitFor();
  await page.getByRole('button', { name: 'Change the cell: LE99 9ZZ' }).click();
  await page.getByLabel('Row 4, Post code').fill('LE9 9LB');
  await page.keyboard.press('Enter');
  await would.getByText('2 new places').first().click();
  await would.getByText('Teasel Hall').first().waitFor();
  await would.getByText('1 place brought up to date').first().click();
  await would.locator('dl div', { hasText: 'Who it is for' }).getByText('Families').waitFor();
  expect(await violations(town)).toEqual([]);

  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByText('2 added, 1 brought up to date and 1 left out.').waitFor();
  const listed = async () =>
    (await page.request.get('/api/search?q=Teasel%20Hall')).text().then((text) => text.includes('Teasel'));
  expect(await listed()).toBe(true);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByText('It is taken back.').waitFor();
  expect(await listed()).toBe(false);

  // The next file is read as the last was, and goes in by keys alone.
  await page.goto('/sheets');
  await drop(page, 'more.csv', NEXT);
  await page.getByText('It is read as you told us for your last file').waitFor();
  await expect.poll(() => unknown.inputValue()).toBe('forWhom');
  await page.getByText('Row 2, column').waitFor();
  await tabTo(page, /What column A holds/);
  await tabTo(page, /^ *Change the cell/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('LE19 4AA');
  await page.keyboard.press('Enter');
  await would.getByText('1 new place').first().waitFor();
  await tabTo(page, /Import 1 rows?/);
  await page.keyboard.press('Enter');
  await page.getByText('1 added.').waitFor();
  expect(town.conduct).toEqual({ errors: [], strangers: [] });
});

it('shows those who keep places what goes in at once and what a steward looks at first, on a phone', async () => {
  const placeId = await kith.placeId('patch=leicestershire&kind=library&q=Enderby');
  const town = await kith.visit('/about', { ...PHONE, map: false });
  const { page } = town;
  await signIn(town, kith.server, 'keeper@example.org');
  await keepPlace(kith.server, {
    email: 'keeper@example.org',
    organisation: 'Enderby volunteers',
    placeId,
    checkedOn: '2026-05-03',
  });
  await page.goto('/sheets');
  await page.locator('input[type=file]').setInputFiles({
    name: 'ours.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Library name,Type,Postcode,Who is it for\nEnderby,Library,LE19 4PG,Everyone\nTansy Hall,Village hall,LE19 4AA,Everyone\n',
    ),
  });
  const would = page.locator('section:has(#would) ul');
  await would.getByText('1 row goes to a steward first').first().waitFor();
  await would.getByText('1 place brought up to date').first().click();
  await would.getByText('Everyone').first().waitFor();
  expect(await violations(town)).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('1 brought up to date and 1 sent to the stewards.').waitFor();

  // Nothing says which column holds the names: somebody looks first.
  await page.goto('/sheets');
  await page.locator('input[type=file]').setInputFiles({
    name: 'bare.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Foxglove Rooms,Village hall,LE19 4AA\nBetony Rooms,Village hall,LE9 9LB\n'),
  });
  const importing = page.getByRole('button', { name: 'Import 2 rows' });
  await importing.waitFor();
  expect(await importing.isDisabled()).toBe(true);
  await page.getByLabel('Column A holds the names').check();
  await expect.poll(() => importing.isEnabled()).toBe(true);
  await importing.click();
  await page.getByText('2 sent to the stewards.').waitFor();
  expect(town.conduct).toEqual({ errors: [], strangers: [] });
});
