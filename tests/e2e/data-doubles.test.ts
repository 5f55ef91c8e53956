import { databaseSetting } from '@kith/api/store/database-setting';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import { openDatabase } from '@kith/api/store/open';
import { beforeAll, expect, it } from 'vitest';
import { WITHOUT_MAP } from '../drivers/browser.ts';
import { starterRows } from '../drivers/starter.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith({ size: WITHOUT_MAP });
const NAMES = ['Lutterworth Library', 'Melton Mowbray Library'] as const;

let ids: readonly string[];
beforeAll(async () => {
  ids = await Promise.all(NAMES.map((name) => kith.placeId(`q=${encodeURIComponent(name)}`)));
  const open = await openDatabase(databaseSetting({ KITH_DB: kith.server.db }, '/'));
  const [fromId = '', toId = ''] = ids;
  await replaceCandidates(open.db, [{ fromId, toId, score: 0.61, reasons: ['the same council'] }]);
  open.close();
});

it('shows a pair that may be one place with both sides, to be read and not decided', async () => {
  const town = await kith.visit('/data');
  const doubles = town.page.getByRole('region', { name: 'Possible doubles', exact: true });
  const pair = doubles.getByRole('article');
  await pair.waitFor();
  expect(await doubles.innerText()).toContain('1 pair may be one place');
  for (const name of NAMES) expect(await pair.getByRole('link', { name }).count()).toBe(1);
  expect(await pair.innerText()).toContain('61 of 100 alike: the same council');
  await pair.getByText(/Where they differ/).click();
  for (const name of NAMES) {
    const row = starterRows('libraries.csv').find((each) => each.name === name);
    expect(await pair.innerText()).toContain(row?.postcode);
  }
  await pair.getByText('How to decide now').click();
  expect(await pair.innerText()).toContain(`npm run merges -- accept ${ids.join(' ')} --by NAME`);
  expect(await pair.getByRole('button').count()).toBe(0);
  await pair.getByRole('link', { name: NAMES[0] }).click();
  await town.heading(NAMES[0]).waitFor();
});
