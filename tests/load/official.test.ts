import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { databaseSetting } from '@kith/api/store/database-setting';
import { openDatabase } from '@kith/api/store/open';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterRows } from '../drivers/starter.ts';
import { writeRutland } from '../fixtures/rutland/write-rutland.ts';
import { contentsOfAll } from './contents.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMAND = ['--import', 'tsx', 'scripts/load/index.ts'];

let folder: string;
let files: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-official-'));
  files = join(folder, 'files');
  writeRutland(files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newFile = () => join(folder, `kith-${++count}.db`);

function load(db: string, ...more: string[]) {
  const from = more.includes('--from') ? [] : ['--from', files];
  return spawnSync(process.execPath, [...COMMAND, '--area', 'rutland', ...from, '--db', db, ...more], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

async function everything(db: string) {
  const open = await openDatabase(databaseSetting({ KITH_DB: db }, ROOT));
  try {
    return await contentsOfAll(open);
  } finally {
    open.close();
  }
}

async function rows(db: string, sql: string): Promise<Record<string, unknown>[]> {
  const open = await openDatabase(databaseSetting({ KITH_DB: db }, ROOT));
  try {
    return (await open.client.execute(sql)).rows.map((row) => ({ ...row }));
  } finally {
    open.close();
  }
}

/** A file of the folder, unpacked if it lay there packed. @returns its path */
function plain(from: string, name: string): string {
  const path = join(from, name);
  if (existsSync(path)) return path;
  writeFileSync(path, gunzipSync(readFileSync(`${path}.gz`)));
  rmSync(`${path}.gz`);
  return path;
}

/** A file of the folder, packed if it lay there plain. @returns its path */
function packed(from: string, name: string): string {
  const path = join(from, name);
  if (!existsSync(path)) return `${path}.gz`;
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  rmSync(path);
  return `${path}.gz`;
}

describe('loading Rutland from files as their publishers publish them', () => {
  let db: string;
  let wholeRun: number;
  let undisturbed: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    db = newFile();
    wholeRun = await timedRun(newFile());
    const run = load(db);
    expect(`${run.status} ${run.stderr}`).toMatch(/^0 /);
    undisturbed = await everything(db);
  });

  it('holds its 26 areas with every figure the publishers have', async () => {
    const [areas] = await rows(
      db,
      "select count(*) as n, sum(residents) as people from area where origin = 'official'",
    );
    const starter = starterRows('areas.csv').filter((row) => row.district_code === 'E06000017');
    expect(areas).toEqual({ n: 26, people: starter.reduce((sum, row) => sum + Number(row.residents), 0) });
    expect(await rows(db, 'select indicator from area_value where value is null')).toEqual([]);
    expect(await rows(db, 'select count(*) as n from area_value')).toEqual([{ n: 26 * 12 }]);
  });

  it('shares all people of an area over its home points', async () => {
    const wrong = await rows(
      db,
      `select area.code from area left join home_point on home_point.area = area.code
       group by area.code having coalesce(sum(home_point.residents), 0) <> area.residents`,
    );
    expect(wrong).toEqual([]);
  });

  it('makes one record of the same library in two lists, and keeps what each said', async () => {
    const listed = await rows(db, "select name from place where kind = 'library' order by name");
    expect(listed.map(({ name }) => name)).toEqual([
      'Ketton Library',
      'Oakham Library',
      'Ryhall Library',
      'Uppingham Library',
    ]);
    const sources = await rows(
      db,
      `select distinct claim.source from place join place_redirect on to_id = place.id
       join claim on claim.place_id in (place.id, from_id) where name = 'Oakham Library' order by 1`,
    );
    expect(sources.map(({ source }) => source)).toEqual(['ace-libraries-2023', 'libraries-open-schema-2025']);
  });

  it('never reads what is written on a bench', () => {
    expect(readFileSync(db).includes('Never to be')).toBe(false);
  });

  it('finds nothing to do the second time', async () => {
    const again = load(db);
    expect(again.status).toBe(0);
    expect(again.stdout).toMatch(/areas +unchanged[\s\S]*money +unchanged/);
    expect(await everything(db)).toEqual(undisturbed);
  });

  it('writes nothing in a dry run, and counts the same', async () => {
    const other = newFile();
    const dry = JSON.parse(load(other, '--dry-run', '--json').stdout);
    // Not even a database.
    expect(existsSync(other)).toBe(false);
    const real = JSON.parse(load(other, '--json').stdout);
    expect(dry.sources).toEqual(real.sources);
  });

  it('marks a place that its list no longer has, and takes the mark away when it is back', async () => {
    const other = newFile();
    expect(load(other).status).toBe(0);
    const fewer = mkdtempSync(join(folder, 'fewer-'));
    cpSync(files, fewer, { recursive: true });
    const benches = plain(fewer, 'places/b3.csv');
    const lines = readFileSync(benches, 'utf8').split('\r\n');
    writeFileSync(benches, [lines[0], ...lines.slice(2)].join('\r\n'));
    expect(load(other, '--from', fewer).status).toBe(0);
    const gone = await rows(
      other,
      'select status, gone_since is not null as gone from place where gone_since is not null',
    );
    expect(gone).toEqual([{ status: 'unknown', gone: 1 }]);
    const total = await rows(other, "select count(*) as n from place where kind = 'bench'");
    expect(total).toEqual([
      { n: starterRows('benches.csv').filter((row) => row.district === 'Rutland').length },
    ]);
    expect(load(other).status).toBe(0);
    expect(await rows(other, 'select count(*) as n from place where gone_since is not null')).toEqual([
      { n: 0 },
    ]);
    const open = await rows(other, "select count(*) as n from place where status <> 'open'");
    expect(open).toEqual([{ n: 0 }]);
  });

  it('marks nothing as gone by a file that is cut short', async () => {
    const other = newFile();
    expect(load(other).status).toBe(0);
    const before = await rows(other, 'select id, status, gone_since from place order by id');
    const cut = mkdtempSync(join(folder, 'cut-'));
    cpSync(files, cut, { recursive: true });
    const libraries = packed(cut, 'places/b1.csv');
    const whole = readFileSync(libraries);
    writeFileSync(libraries, whole.subarray(0, Math.floor(whole.length * 0.7)));
    const run = load(other, '--from', cut);
    expect(`${run.stdout}${run.stderr}`).toMatch(/cut short|stops before its end/i);
    expect(run.status).toBe(1);
    expect(await rows(other, 'select id, status, gone_since from place order by id')).toEqual(before);
  });

  it('does not move people by half of the postcodes', async () => {
    const other = newFile();
    expect(load(other).status).toBe(0);
    const before = await rows(other, 'select * from home_point order by id');
    const cut = mkdtempSync(join(folder, 'cut-'));
    cpSync(files, cut, { recursive: true });
    const postcodes = packed(cut, 'postcodes/units.csv');
    const whole = readFileSync(postcodes);
    writeFileSync(postcodes, whole.subarray(0, Math.floor(whole.length / 2)));
    const run = load(other, '--from', cut);
    expect(run.stdout).toMatch(/No area was changed/);
    expect(run.status).toBe(1);
    expect(await rows(other, 'select * from home_point order by id')).toEqual(before);
  });

  describe('killed at ten random moments', () => {
    // A fixed seed: the moments are spread over the whole run, in no regular order.
    const moments = Array.from({ length: 10 }, (_, at) => ((at * 0.618 + 0.05) % 1) * 0.95 + 0.05);

    it.each(moments)(
      'after %d of the run, the next run gives the same',
      async (share) => {
        const other = newFile();
        await timedRun(other, wholeRun * share);
        const next = load(other);
        expect(next.status).toBe(0);
        expect(await everything(other)).toEqual(undisturbed);
      },
      60_000,
    );
  });
});

/**
 * Runs a load, and kills it so long after it has begun to read (not while Node starts, when there is nothing to break).
 * @returns the milliseconds from then to its end
 */
async function timedRun(db: string, killAfter?: number): Promise<number> {
  const child = spawn(process.execPath, [...COMMAND, '--area', 'rutland', '--from', files, '--db', db], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let began: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on('data', (said: Buffer) => {
    if (began !== undefined || !said.includes('Boundaries')) return;
    began = performance.now();
    if (killAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return performance.now() - (began ?? performance.now());
}
