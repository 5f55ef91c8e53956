import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planSheet } from '@kith/api/store/keep/sheet-plan';
import { understand } from '@kith/core/sheet/understand';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KithApp } from '../contract/kith-app.ts';
import type { TemporaryKith } from '../load/temporary-kith.ts';
import { bringing, type DryProblem, read } from './bringing.ts';
import { enderbyKith } from './enderby.ts';

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  ({ kith, app } = await enderbyKith());
});
afterAll(() => kith.close());

it('proposes the likeliest sheet of a workbook, says why, and reads another where that is chosen', async () => {
  const sheets = bringing(app);
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'files', 'several-sheets.xlsx')));
  const brought = await sheets.bring(bytes, 'several-sheets.xlsx');
  expect(brought.file).toMatchObject({
    sheet: 'Venues 2026',
    why: 'In this sheet 3 rows name a place and where it is, more than in any other sheet.',
    sheets: [
      { name: 'Read me', rows: 6 },
      { name: 'Venues 2026', rows: 4 },
      { name: 'Clubs', rows: 3 },
    ],
  });
  await app.request(`/api/imports/${brought.id}/cells`, {
    method: 'PATCH',
    body: JSON.stringify({ row: 2, column: 1, value: 'Foxglove Rooms' }),
    headers: { 'Content-Type': 'application/json' },
  });
  const clubs = await sheets.choose(brought.id, 'Clubs');
  expect(clubs.file).toMatchObject({ sheet: 'Clubs', why: 'As you chose.' });
  expect(clubs.mapping.columns).toEqual(['name', 'kind', 'postcode']);
  const names = async () => (await sheets.dryRun(brought.id)).first.new.map(({ name }) => name);
  expect(await names()).toEqual(['Marlow Stitchers', 'Bramble Walkers']);
  await sheets.choose(brought.id, 'Venues 2026');
  expect(await names()).toEqual(['Foxglove Rooms', 'Betony Hall', 'Sorrel Hall']);
  const nowhere = app.request(`/api/imports/${brought.id}/sheet`, {
    method: 'PUT',
    body: '{"sheet":"Elsewhere"}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect((await nowhere).status).toBe(400);
});

it('lists all rows of each outcome page by page', async () => {
  const sheets = bringing(app);
  const lines = Array.from({ length: 25 }, (_, at) => `Sedge Hall ${at + 1},Village hall,LE19 4AA`);
  const text = ['Name,Type,Postcode', ...lines, lines[0], 'No Hall,Village hall,ZZ99 9ZZ'].join('\n');
  const { id } = await sheets.bring(text);
  const dry = await sheets.dryRun(id);
  expect(dry.counts).toMatchObject({ duplicate: 1, leftOut: 2, waiting: 0 });
  const page = (query: string) =>
    app
      .get(`/api/imports/${id}/dry-run/rows?${query}`)
      .then(read<{ rows: { row: number }[]; problems: DryProblem[]; next: number | null }>);
  const outcome = dry.counts.new === 25 ? 'new' : 'ask';
  const first = await page(`outcome=${outcome}&limit=20`);
  expect([first.rows.length, first.next]).toEqual([20, 20]);
  const rest = await page(`outcome=${outcome}&limit=20&from=20`);
  expect([rest.rows.length, rest.next]).toEqual([5, null]);
  expect(new Set([...first.rows, ...rest.rows].map(({ row }) => row)).size).toBe(25);
  expect((await page('outcome=duplicate')).problems).toMatchObject([{ row: 27 }]);
  const { problems } = await page('outcome=problem');
  expect(problems.filter(({ weight }) => weight === 'out')).toMatchObject([{ row: 28 }]);
  expect(problems.filter(({ weight }) => weight === 'note')).toHaveLength(25);
  expect((await app.get(`/api/imports/${id}/dry-run/rows?outcome=odd`)).status).toBe(400);
});

it('finds a village without a comma before it, and reads coordinates whose columns were chosen', async () => {
  const sheets = bringing(app);
  const village = await sheets.bring(
    'Name,Type,Address\nTansy Rooms,Hall,George Street Lutterworth Leics\nTotal,1,',
  );
  const { counts } = await sheets.dryRun(village.id);
  expect(counts).toMatchObject({ new: 1, leftOut: 1, noPlaces: 1 });
  const numbers = await sheets.bring('Name,Type,One,Two\nTansy Rooms,Hall,453800,299300');
  expect((await sheets.dryRun(numbers.id)).counts.new).toBe(0);
  await sheets.remap(numbers.id, { ...numbers.mapping, columns: ['name', 'kind', 'easting', 'northing'] });
  expect((await sheets.dryRun(numbers.id)).counts.new).toBe(1);
});

it('says of each new row that is placed only roughly where it is put, and how far off that may be', async () => {
  const sheets = bringing(app);
  const { id } = await sheets.bring(
    [
      'Name,Type,Address,Postcode,Latitude,Longitude',
      'Sedge Rooms,Village hall,,LE19 4ZZ,,',
      'Rush Rooms,Village hall,"Main Street, Thurlaston",,,',
      'Reed Rooms,Village hall,"Main Street, Thurlaston",LE99 9ZZ,,',
      'Fern Rooms,Village hall,,LE19 4ZZ,52.5905,-1.2071',
      'Enderby,Library,Townsend Road,LE19 4PG,,',
    ].join('\n'),
  );
  const { counts, problems } = await sheets.dryRun(id);
  expect(counts).toMatchObject({ new: 4, leftOut: 0, notes: 3 });
  expect(problems.map(({ row, column, weight, problem }) => [row, column, weight, problem])).toEqual([
    [
      2,
      4,
      'note',
      'Kith does not know where LE19 4ZZ is, so it is put in the middle of LE19 4: about 1,000 m either way.',
    ],
    [
      3,
      3,
      'note',
      'Nothing says where it is but Thurlaston, so it is put in the middle of that: about 600 m either way.',
    ],
    [
      4,
      4,
      'note',
      'Kith does not know where LE99 9ZZ is, so it is put in the middle of Thurlaston: about 600 m either way.',
    ],
  ]);
});

it('marks of coordinates that lie elsewhere the cells of which one is wrong, with what stands in them', async () => {
  const sheets = bringing(app);
  const marked = async (...lines: string[]) => {
    const { id } = await sheets.bring(lines.join('\n'));
    const out = (await sheets.dryRun(id)).problems.filter(({ weight }) => weight === 'out');
    return out.map(({ column, value, also = [] }) => [
      [column, value],
      ...also.map((cell) => [cell.column, cell.value]),
    ]);
  };
  const fine = 'Fern Rooms,Hall,LE19 4AA,52.5905,-1.2071';
  expect(
    await marked(
      'Name,Type,Postcode,Lat,Lon',
      'East Rooms,Hall,LE19 4AA,52.5905,1.2071',
      'North Rooms,Hall,LE19 4AA,54.5905,-1.2071',
      'Far Rooms,Hall,LE19 4AA,50.8225,-0.1372',
      fine,
    ),
  ).toEqual([
    [[5, '1.2071']],
    [[4, '54.5905']],
    [
      [4, '50.8225'],
      [5, '-0.1372'],
      [3, 'LE19 4AA'],
    ],
  ]);
  const swapped = await marked(
    'Name,Type,Postcode,Lat,Lon',
    'East Rooms,Hall,LE19 4AA,1.2071,52.5905',
    ...Array(3).fill('Fern Rooms,Hall,LE19 4AA,-1.2071,52.5905'),
  );
  expect(swapped[0]).toEqual([[4, '1.2071']]);
  const { id } = await sheets.bring(
    'Name,Type,X,Y\nFern Rooms,Hall,453700,299500\nTurned Rooms,Hall,299500,453700',
  );
  expect((await sheets.dryRun(id)).problems).toMatchObject([
    {
      row: 3,
      column: 3,
      value: '299500',
      also: [{ column: 4, value: '453700' }],
      problem: expect.stringContaining('swapped'),
    },
  ]);
});

it('lists what keeps rows out before what is only to know, however many there are', async () => {
  const sheets = bringing(app);
  const lines = Array.from({ length: 505 }, (_, at) => `Sedge Rooms ${at},Hall,LE19 4ZZ`);
  const { id } = await sheets.bring(['Name,Type,Postcode', ...lines, 'No Rooms,Hall,ZZ99 9ZZ'].join('\n'));
  const { problems, unlisted } = await sheets.dryRun(id);
  expect([problems.length, unlisted]).toEqual([500, 6]);
  expect(problems.at(-1)).toMatchObject({ row: 507, weight: 'out' });
});

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
  const cells = [['Name', 'Type', 'Address', 'Postcode', 'Easting', 'Northing'], ...placed, ...pins];
  const sheet = { cells, mapping: understand(cells).mapping };
  const planning = {
    voice: { author: '', steward: false, authors: new Set<string>(), keeps: new Map<string, string>() },
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
