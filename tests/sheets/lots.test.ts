import { planSheet } from '@kith/api/store/keep/sheet-plan';
import type { KeptSheet } from '@kith/api/store/keep/sheet-store';
import { understand } from '@kith/core/sheet/understand';
import type { Cells } from '@kith/core/sheet/understanding';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';

let kith: TemporaryKith;
beforeAll(async () => {
  kith = await starterKith();
});
afterAll(() => kith.close());

function sheetOf(cells: Cells): KeptSheet {
  const file = { format: 'csv', encoding: '', between: null, sheet: null, why: null, sheets: [] } as const;
  return {
    id: 'one',
    userId: null,
    organisationId: null,
    fileName: 'one.csv',
    at: '2026-11-23T10:00:00Z',
    cells,
    others: [],
    about: { mapping: understand(cells).mapping, file, remembered: false },
    state: 'open',
    counts: null,
    changeId: null,
  };
}

it('law: rows asked about together, or one by one, come to the same', async () => {
  const pins = Array.from({ length: 60 }, (_, at) => [
    `Sedge Hall ${at}`,
    'Village hall',
    '',
    '',
    // From Leicester out to the north east, far beyond the maps that are loaded.
    String(458_000 + at * 1_777),
    String(304_000 + at * 1_313),
  ]);
  const placed = [
    ['Enderby Library', 'Library', '', 'LE19 4PG', '', ''],
    ['Anstey Library', 'Library', 'Paper Mill Close, Anstey', '', '', ''],
    ['Nowhere Hall', 'Village hall', '', 'LE19 9ZZ', '', ''],
    ['Elsewhere Hall', 'Village hall', '', 'ZZ1 1ZZ', '', ''],
    ['Village Rooms', 'Village hall', 'Main Street, Thurlaston', '', '', ''],
    ['Enderby Library', 'Library', '1 Townsend Road', '', '453600', '299500'],
  ];
  const sheet = sheetOf([['Name', 'Type', 'Address', 'Postcode', 'Easting', 'Northing'], ...placed, ...pins]);
  const planning = {
    voice: { steward: false, authors: new Set<string>(), keeps: new Set<string>() },
    today: '2026-11-23',
  };
  const together = await planSheet(kith.open.db, sheet, planning);
  expect(together.rows.length).toBeGreaterThan(20);
  expect(together.problems.some(({ problem }) => problem.includes('outside the maps'))).toBe(true);
  for (const lots of [
    { placed: 1, compared: 1 },
    { placed: 20, compared: 3 },
  ]) {
    expect(await planSheet(kith.open.db, sheet, { ...planning, lots })).toEqual(together);
  }
});
