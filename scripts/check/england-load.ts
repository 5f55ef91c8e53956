import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countAreas } from '@kith/api/store/area-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { listMoney } from '@kith/api/store/money-store';
import { type OpenDatabase, openDatabase } from '@kith/api/store/open';
import { listPatches } from '@kith/api/store/patch-store';
import { countPostcodes } from '@kith/api/store/postcode-load-store';
import type { Summary } from '../load/run/summary.ts';
import { ROOT } from '../load/starter/starter-files.ts';
import type { Checks } from './checks.ts';
import { checkEnglandEngine } from './england-engine.ts';

/** What the whole load may take on two cores. */
const MOST_SECONDS = 300;
const MOST_MEMORY_MIB = 1024;
const LEAST_TIMES_FASTER = 10;

/** Net current spend on culture, GBP thousand in cash, first and last year: the facts of the manifest. */
const SPENDING: readonly (readonly [string, number, number])[] = [
  ['E10000018', 15_712, 11_697],
  ['E06000016', 30_564, 19_179],
  ['E08000034', 25_115, 16_216],
  ['E06000043', 24_529, 13_186],
  ['E06000017', 1_618, 1_164],
];

/** All of England by the one command, twice: what it takes, what is there, and that the second run changes nothing. */
export async function checkEnglandLoad(checks: Checks, folder: string): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'kith-england-'));
  const db = join(own, 'england.db');
  try {
    console.log('\nAll England in one command');
    const first = load(folder, db);
    console.log(
      `  ${first.parts.map(({ part, seconds, note }) => `${part} ${seconds} s (${note})`).join('; ')}`,
    );
    checks.equal('parts loaded', first.parts.filter(({ state }) => state === 'loaded').length, 5);
    checks.atMost('seconds', first.seconds, MOST_SECONDS);
    checks.atMost('peak memory, MiB', first.peakMemoryMiB, MOST_MEMORY_MIB);
    const before = await bytesOf(db);
    const second = load(folder, db);
    checks.equal(
      'parts unchanged in a second run',
      second.parts.filter(({ state }) => state === 'unchanged').length,
      5,
    );
    checks.equal('the database after a second run', await bytesOf(db), before);
    const faster = Math.floor(first.wallSeconds / second.wallSeconds);
    checks.atLeast('times faster, the second run', faster, LEAST_TIMES_FASTER);
    await withDatabase(db, (open) => checkContents(checks, open));
    await withDatabase(db, (open) => checkEnglandEngine(checks, open));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

async function checkContents(checks: Checks, { db }: OpenDatabase): Promise<void> {
  checks.equal('areas in the database', await countAreas(db), 33_755);
  checks.equal('postcodes in the database', await countPostcodes(db), 1_684_685);
  checks.equal(
    'maps (upper-tier authorities; Leicestershire, Leicester and Rutland share one)',
    (await listPatches(db)).length,
    151,
  );
  const money = await listMoney(db);
  for (const [code, from, to] of SPENDING) {
    const year = (wanted: string) => money.find((row) => row.authorityCode === code && row.year === wanted);
    checks.equal(`spending of ${code} in 2010-11`, year('2010-11')?.netCurrentGbpThousand, from);
    checks.equal(`spending of ${code} in 2017-18`, year('2017-18')?.netCurrentGbpThousand, to);
  }
}

/** Runs the command as a person would. The summary's own seconds leave out starting up; the wall's do not. */
function load(folder: string, db: string): Summary & { wallSeconds: number } {
  const started = performance.now();
  const run = spawnSync(
    'npm',
    [
      'run',
      '--silent',
      'load',
      '--',
      '--area',
      'england',
      '--from',
      join(folder, 'data'),
      '--db',
      db,
      '--json',
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (run.status !== 0) throw new Error(`The load failed:\n${run.stdout.slice(-2000)}\n${run.stderr}`);
  return { ...(JSON.parse(run.stdout) as Summary), wallSeconds: (performance.now() - started) / 1000 };
}

async function bytesOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

async function withDatabase(path: string, work: (open: OpenDatabase) => Promise<void>): Promise<void> {
  const open = await openDatabase(databaseSetting({ KITH_DB: path }, ROOT));
  try {
    await work(open);
  } finally {
    open.close();
  }
}
