import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { databaseSetting } from '@kith/api/store/database-setting';
import { openDatabase } from '@kith/api/store/open';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRutland } from '../fixtures/rutland/write-rutland.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMAND = ['--max-old-space-size=512', '--import', 'tsx', 'scripts/load/index.ts'];

let folder: string;
let files: string;
/** Rutland, loaded from good files; each test has a copy. */
let loaded: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-damage-'));
  files = join(folder, 'files');
  writeRutland(files);
  loaded = join(folder, 'loaded.db');
  const run = load(loaded, files);
  expect(`${run.status} ${run.stderr}`).toMatch(/^0 /);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newFile = () => join(folder, `kith-${++count}.db`);
const argsOf = (db: string, from: string) => ['--area', 'rutland', '--from', from, '--db', db];

function load(db: string, from: string, ...more: string[]): SpawnSyncReturns<string> {
  const args = [...COMMAND, ...argsOf(db, from), ...more];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

/** A copy of the loaded database, its write-ahead log with it. */
async function copyOfLoaded(): Promise<string> {
  const db = newFile();
  await rows(loaded, 'pragma wal_checkpoint(truncate)');
  cpSync(loaded, db);
  return db;
}

/** The good files, with one of them (found packed or not) as it is given, or without it. */
function changed(name: string, change: ((text: string) => string) | null): string {
  const copy = mkdtempSync(join(folder, 'changed-'));
  cpSync(files, copy, { recursive: true });
  const plain = join(copy, name);
  const packed = `${plain}.gz`;
  const text = existsSync(packed)
    ? gunzipSync(readFileSync(packed)).toString('utf8')
    : readFileSync(plain, 'utf8');
  for (const path of [plain, packed]) rmSync(path, { force: true });
  // Plain, so that a cut is one of the text and not of its pack.
  if (change !== null) writeFileSync(plain, change(text));
  return copy;
}

async function rows(db: string, sql: string): Promise<Record<string, unknown>[]> {
  const open = await openDatabase(databaseSetting({ KITH_DB: db }, ROOT));
  try {
    return (await open.client.execute(sql)).rows.map((row) => ({ ...row }));
  } finally {
    open.close();
  }
}
const DECILES = "select count(*) as n from area_value where indicator = 'deprivation' and value is not null";
const PLACES = 'select id, status, gone_since from place order by id';

describe('a load from files that are damaged', () => {
  it('does not move people by postcodes cut in the middle of a line of plain text', async () => {
    const db = await copyOfLoaded();
    const before = await rows(db, 'select * from home_point order by id');
    const cut = changed('postcodes/units.csv', (text) =>
      text.slice(0, text.indexOf(',', text.length / 2) + 3),
    );
    const run = load(db, cut);
    expect(run.stdout).toMatch(/No area was changed[\s\S]*cut short/);
    expect(run.status).toBe(1);
    expect(await rows(db, 'select * from home_point order by id')).toEqual(before);
  });

  it.each([
    [
      'is a web page',
      () => '<!DOCTYPE html><html><body>Sign in</body></html>',
      /deprivation\.csv is a web page/,
    ],
    ['is missing', null, /Deprivation[\s\S]*is missing or cannot be used/],
    [
      'has no row that can be used',
      (text: string) => text.replace(/,\d+(?=\r?\n)/g, ',none'),
      /No area was changed/,
    ],
  ] as const)('keeps the figures of a table that %s, and says so', async (_, change, said) => {
    const db = await copyOfLoaded();
    const run = load(db, changed('deprivation.csv', change));
    expect(run.stdout).toMatch(said);
    expect(run.stdout).toMatch(/No area was changed/);
    expect(run.status).toBe(1);
    expect(await rows(db, DECILES)).toEqual([{ n: 26 }]);
  });

  it('marks nothing as gone by a list of which all rows are rejected, nor by one of which one is', async () => {
    const db = await copyOfLoaded();
    const before = await rows(db, PLACES);
    const nameless = (line: string) => line.replace(/^("?Rutland"?),[^,]*/, '$1,');
    const none = load(
      db,
      changed('places/b1.csv', (text) => text.split('\r\n').map(nameless).join('\r\n')),
    );
    expect(none.stdout).toMatch(/What went wrong[\s\S]*b1\.csv: none of its rows can be used/);
    expect(none.status).toBe(1);
    expect(await rows(db, PLACES)).toEqual(before);
    let first = true;
    const one = load(
      db,
      changed('places/b1.csv', (text) =>
        text
          .split('\r\n')
          .map((line) => {
            if (!first || !/^"?Rutland/.test(line)) return line;
            first = false;
            return nameless(line);
          })
          .join('\r\n'),
      ),
    );
    expect(one.stdout).toMatch(/rejected 1, row 2: name: The library has no name/);
    expect(one.status).toBe(0);
    expect(await rows(db, PLACES)).toEqual(before);
  });

  it('reads on in a file of mixed line ends', () => {
    const mixed = changed('centroids.csv', (text) => text.replaceAll('\r\n', '\n').replace('\n', '\r\n'));
    expect(load(newFile(), mixed).status).toBe(0);
  });

  it('takes so many benches as it can hold, says so, and marks nothing as gone', async () => {
    const db = await copyOfLoaded();
    const before = await rows(db, PLACES);
    // Where the one bench of the list stands, again and again under other numbers; and as many on the other side.
    const many = changed('places/b3.csv', (text) => {
      const header = 'bench_id_mvt,lon,lat\n';
      const [lon, lat] = /,(-?\d+\.\d+),(\d+\.\d+)/.exec(text)?.slice(1) ?? [];
      const here = Array.from({ length: 100_001 }, () => `900001,${lon},${lat}\n`).join('');
      return `${header}${'900002,151.2,-33.9\n'.repeat(300_000)}${here}`;
    });
    const run = load(db, many, '--json');
    const summary = JSON.parse(run.stdout);
    expect(summary.problems.join()).toMatch(/more than 100,000 rows/);
    expect(run.status).toBe(1);
    expect(summary.peakMemoryMiB).toBeLessThan(1024);
    const after = await rows(db, PLACES);
    expect(after.filter(({ id }) => before.some((each) => each.id === id))).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
  }, 60_000);

  it('makes no file for a dry run into a database that is not there', () => {
    const db = newFile();
    expect(load(db, files, '--dry-run').status).toBe(0);
    expect(existsSync(db)).toBe(false);
  });

  it('done twice at the same time is written once', async () => {
    const db = newFile();
    await rows(db, 'select 1');
    const [one, other] = await Promise.all([started(db), started(db)]);
    expect([one.status, other.status]).toEqual([0, 0]);
    const loads = await rows(db, "select count(*) as n from change where kind = 'load' and author = 'load'");
    expect(loads).toEqual([{ n: 1 }]);
  }, 60_000);
});

function started(db: string): Promise<{ status: number | null }> {
  const child = spawn(process.execPath, [...COMMAND, ...argsOf(db, files)], { cwd: ROOT, stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', (status) => resolve({ status })));
}
