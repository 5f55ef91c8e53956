import { existsSync } from 'node:fs';
import { databaseSetting } from '@kith/api/store/database-setting';
import { planSheet } from '@kith/api/store/keep/sheet-plan';
import { type Database, openDatabase } from '@kith/api/store/open';
import { listPlaces } from '@kith/api/store/place-store';
import { findPostcodes } from '@kith/api/store/postcode-store';
import { understand } from '@kith/core/sheet/understand';
import type { Cells } from '@kith/core/sheet/understanding';
import { steadyChance } from '../house/steady-chance.ts';
import { ROOT } from '../load/starter/starter-files.ts';

const ROWS = 20_000;
/** Asking row by row takes long: it is tried on so many. */
const COMPARED = 2_000;
const PAGE = 100;
const LETTERS = 'ABCDEFGHIJKLMNOPRSTUWY'.split('');
const WORDS = 'Foxglove Betony Sorrel Teasel Clover Tansy Campion Larkspur Bramble Vetch'.split(' ');
const KINDS = ['Village hall', 'Club', 'Café', 'Community centre'];
const TIMES = ['Tues 10-12', 'Mon-Fri 9-3', 'Sat 10-1', '1st Wed 2-4pm'];

/**
 * A spreadsheet of 20,000 rows on all England: how long it takes to understand it and to try it, and how many times as
 * fast that is as asking the database for each row on its own, in the same run and with the same plan. Reads the
 * database that KITH_DB names and changes nothing in it.
 */
export async function benchSheets(): Promise<void> {
  const file = process.env.KITH_DB?.trim();
  if (file === undefined || file === '' || !existsSync(file.replace(/^file:/, ''))) {
    console.log(
      'There is no database of England: name one that is loaded, KITH_DB=england.db npm run bench sheets',
    );
    return;
  }
  const open = await openDatabase(databaseSetting(process.env, ROOT));
  try {
    const cells = await madeUpSheet(open.db);
    const understood = await timed(async () => understand(cells));
    const whole = await timed(() => planOf(open.db, cells));
    const some = cells.slice(0, COMPARED + 1);
    const together = await timed(() => planOf(open.db, some));
    const single = await timed(() => planOf(open.db, some, { placed: 1, compared: 1 }));
    if (JSON.stringify(single.value) !== JSON.stringify(together.value))
      throw new Error('Asked row by row, the plan is another one.');
    const count = (outcome: string) => whole.value.rows.filter((row) => row.outcome === outcome).length;
    console.table({
      [`understand ${cells.length - 1} rows`]: { seconds: understood.seconds.toFixed(2) },
      [`try them: ${count('new')} new, ${count('changed')} changed, ${count('ask')} asked`]: {
        seconds: whole.seconds.toFixed(2),
      },
      [`try ${COMPARED} of them`]: {
        seconds: together.seconds.toFixed(2),
        'row by row, seconds': single.seconds.toFixed(2),
        'times as fast': (single.seconds / together.seconds).toFixed(1),
      },
    });
  } finally {
    open.close();
  }
}

function planOf(db: Database, cells: Cells, lots?: { placed: number; compared: number }) {
  const voice = { author: '', steward: true, authors: new Set<string>(), keeps: new Map<string, string>() };
  const sheet = { cells, mapping: understand(cells).mapping };
  return planSheet(db, sheet, { voice, today: '2026-11-23', ...(lots ? { lots } : {}) });
}

/** A tenth libraries that are there, the rest made up, at real postcodes all over England; a fifth by their coordinates. */
async function madeUpSheet(db: Database): Promise<string[][]> {
  const chance = steadyChance(6);
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? '';
  const rows: string[][] = [];
  let cursor: string | undefined;
  while (rows.length < ROWS / 10) {
    const page = await listPlaces(db, { kinds: ['library'], outside: false }, PAGE, cursor);
    for (const { summary } of page?.places ?? []) {
      const { name, address, postcode } = summary;
      if (postcode !== null) rows.push([name, 'Library', address ?? '', postcode, '', '', pick(TIMES)]);
    }
    if (page === undefined || page.next === null) break;
    cursor = page.next;
  }
  const codes = (
    await Promise.all(
      LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`))
        .flatMap((area) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((district) => `${area}${district}`))
        .map((prefix) => findPostcodes(db, prefix, 60)),
    )
  ).flat();
  const known = codes.filter(({ district }) => district !== null);
  while (rows.length < ROWS) {
    const code = known[Math.floor(chance() * known.length)];
    if (code === undefined) throw new Error('KITH_DB holds no postcodes: load them with npm run load.');
    const pinned = chance() < 0.2;
    const kind = pick(KINDS);
    rows.push([
      `${pick(WORDS)} ${pick(WORDS)} ${kind}`,
      kind,
      `${1 + Math.floor(chance() * 90)} High Street`,
      pinned ? '' : code.postcode,
      pinned ? code.lat.toFixed(6) : '',
      pinned ? code.lon.toFixed(6) : '',
      pick(TIMES),
    ]);
  }
  const mixed = rows.map((row) => ({ row, at: chance() })).sort((one, other) => one.at - other.at);
  return [
    ['Name', 'Type', 'Address', 'Postcode', 'Latitude', 'Longitude', 'Opening times'],
    ...mixed.map(({ row }) => row),
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}
