import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addClaims, logChange } from '@kith/api/store/claim-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { getPlace, listPlaces } from '@kith/api/store/place-store';
import { keepReport, listReports } from '@kith/api/store/report-store';
import { readVersion } from '@kith/api/store/version-store';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { readSources } from '@kith/scripts/load/starter/sources.ts';
import { starterFiles } from '@kith/scripts/load/starter/starter-files.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { contentsOf, IN_STEP, indexesInStep } from './contents.ts';
import { smallFiles, smallKith, starterKith, type TemporaryKith, temporaryKith } from './temporary-kith.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NORTHGATE = placeId('libraries', 'blaby/northgate');
const KNIT = placeId('kith-venue-facts', 'knit');

const kiths: TemporaryKith[] = [];
afterEach(() => {
  for (const kith of kiths.splice(0)) kith.close();
});
const keep = (kith: TemporaryKith): TemporaryKith => {
  kiths.push(kith);
  return kith;
};

describe('loading the starter', () => {
  it('says a line for every step, with its count', async () => {
    const kith = keep(await smallKith());
    expect(kith.said).toEqual([
      'Shapes of 6 areas drawn',
      `Sources ${readSources(starterFiles({}).sources).length} ... done`,
      'Areas 6 ... done',
      'Home points 18 ... done',
      'Shapes 10 ... done',
      'Places 14 ... done',
      'Place names 4 ... done',
      'Postcode sectors 3 ... done',
      'Years of council spending 3 ... done',
      'Maps 3 ... done',
      'Map tiles 36 ... done',
    ]);
  });

  it('keeps positions and words in step with the places', async () => {
    expect(await indexesInStep(keep(await smallKith()))).toEqual(IN_STEP);
  });

  it('gives the same contents on every machine', async () => {
    const one = await contentsOf(keep(await smallKith()).open);
    const other = await contentsOf(keep(await smallKith()).open);
    expect(other).toEqual(one);
  });

  it('does nothing the second time', async () => {
    const kith = keep(await temporaryKith());
    const files = smallFiles(kith.folder);
    await kith.load(files);
    const before = await contentsOf(kith.open);
    await kith.load(files);
    expect(await contentsOf(kith.open)).toEqual(before);
  });

  it('leaves the database as it was when a file is bad, and names every bad row', async () => {
    const kith = keep(await smallKith());
    const before = await contentsOf(kith.open);
    const files = smallFiles(kith.folder);
    const money = join(files.folder, 'money.csv');
    writeFileSync(money, readFileSync(money, 'utf8').replace('15712', 'lots').replace('2011-12', '2011'));
    await expect(kith.load(files)).rejects.toThrow(
      /money\.csv has 2 problems:\n {2}row 2, net_current_gbp_thousand: is not a whole number\n {2}row 3, year: /,
    );
    expect(await contentsOf(kith.open)).toEqual(before);
  });

  it('holds the starter that ships', async () => {
    const kith = keep(await starterKith());
    expect(kith.said).toContain('Areas 1,059 ... done');
    expect(await indexesInStep(kith)).toEqual(IN_STEP);
    const shapes = await kith.open.client.execute('select count(*) from area_shape');
    expect(Number(shapes.rows[0]?.[0])).toBe(1059);
  });
});

describe('a new version of the starter', () => {
  it('changes what changed, withdraws what is gone, and leaves the rest of the log alone', async () => {
    const kith = keep(await smallKith());
    const claimsBefore = (await contentsOf(kith.open)).claim?.length ?? 0;
    const version = (await readVersion(kith.open.db)).data;
    await kith.load(
      smallFiles(kith.folder, { firstLibrary: 'New Northgate Library', withoutBench: true, phone: '' }),
    );

    const northgate = await getPlace(kith.open.db, NORTHGATE);
    expect(northgate).toMatchObject({ found: 'place', place: { name: 'New Northgate Library' } });
    expect(await getPlace(kith.open.db, KNIT)).toMatchObject({ found: 'place', place: { phone: null } });
    expect(await getPlace(kith.open.db, placeId('openbenches', '102'))).toEqual({ found: 'nothing' });
    expect(await indexesInStep(kith)).toEqual(IN_STEP);
    expect((await readVersion(kith.open.db)).data).not.toBe(version);
    // One new name, one phone withdrawn, and the eight things that were said of the bench.
    expect((await contentsOf(kith.open)).claim?.length).toBe(claimsBefore + 1 + 1 + 8);
  });

  it('moves the version of the shapes when they are drawn otherwise, and only then', async () => {
    const kith = keep(await smallKith());
    const before = await readVersion(kith.open.db);
    await kith.load(smallFiles(kith.folder, { firstLibrary: 'New Northgate Library' }));
    const renamed = await readVersion(kith.open.db);
    expect(renamed.data).not.toBe(before.data);
    expect(renamed.geometry).toBe(before.geometry);

    const files = smallFiles(kith.folder);
    const points = join(files.folder, 'home-points.csv');
    const [head = '', first = '', ...rest] = readFileSync(points, 'utf8').split('\n');
    const [area, easting, ...more] = first.split(',');
    const moved = [area, Number(easting) + 300, ...more].join(',');
    writeFileSync(points, [head, moved, ...rest].join('\n'));
    await kith.load(files);
    expect((await readVersion(kith.open.db)).geometry).not.toBe(before.geometry);
  });

  it('brings back what was withdrawn when the source says it again', async () => {
    const kith = keep(await smallKith());
    await kith.load(smallFiles(kith.folder, { withoutBench: true }));
    await kith.load(smallFiles(kith.folder));
    const bench = await getPlace(kith.open.db, placeId('openbenches', '102'));
    expect(bench).toMatchObject({ found: 'place', place: { name: 'Bench near Northgate 3' } });
  });

  it('makes every place anew, though nothing new is said of it', async () => {
    const kith = keep(await smallKith());
    const files = smallFiles(kith.folder, { firstLibrary: 'New Northgate Library' });
    const sources = readFileSync(files.sources, 'utf8');
    writeFileSync(files.sources, sources.replaceAll('"OpenBenches contributors"', '"Friends of Benches"'));
    await kith.load(files);
    const bench = await getPlace(kith.open.db, placeId('openbenches', '100'));
    expect(bench).toMatchObject({ found: 'place', place: { sourceName: 'Friends of Benches' } });
  });

  it('does not lose what people said', async () => {
    const kith = keep(await smallKith());
    const { db } = kith.open;
    const change = await logChange(db, {
      kind: 'edit',
      at: '2026-11-20',
      author: 'ann',
      summary: 'Rang them',
    });
    await addClaims(db, change, [
      {
        placeId: KNIT,
        field: 'phone',
        value: '0116 111 1111',
        source: 'kith-venue-facts-2026',
        sourceDetail: null,
        asOf: '2026-11-20',
        basis: 'checked',
        licence: 'CC0',
        author: 'ann',
      },
    ]);
    await keepReport(db, KNIT, { reason: 'hours', detail: 'Now on Wednesdays' }, '2026-11-21T09:00:00Z');

    await kith.load(smallFiles(kith.folder, { firstLibrary: 'New Northgate Library' }));
    expect(await getPlace(db, KNIT)).toMatchObject({ found: 'place', place: { phone: '0116 111 1111' } });
    expect(await listReports(db)).toMatchObject([
      { placeId: KNIT, reason: 'hours', detail: 'Now on Wednesdays' },
    ]);
  });
});

describe('the loader as npm start runs it', () => {
  const run = (kith: TemporaryKith, data: string) => {
    const env = { ...process.env, KITH_DB: kith.file, KITH_STARTER: data };
    return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/load/starter/starter.ts'], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
  };

  it('says one line when everything is there already', async () => {
    const kith = keep(await temporaryKith());
    const data = join(smallFiles(kith.folder).folder, '..');
    expect(run(kith, data).status).toBe(0);
    const again = run(kith, data);
    expect(again.stdout).toBe('Starter data is loaded already\n');
    expect(again.status).toBe(0);
  });

  it('says what is wrong without a stack, and fails', async () => {
    const kith = keep(await temporaryKith());
    const files = smallFiles(kith.folder);
    writeFileSync(
      join(files.folder, 'home-points.csv'),
      'area,easting,northing,residents,kind\nE01000001,x,1,1,cluster\n',
    );
    const failed = run(kith, join(files.folder, '..'));
    expect(failed.status).toBe(1);
    expect(failed.stderr).toBe('home-points.csv has 1 problem:\n  row 2, easting: is not a whole number\n');
  });

  it('leaves nothing half-done when it is killed, and the next run loads it all', {
    timeout: 60_000,
  }, async () => {
    const kith = keep(await temporaryKith());
    kith.open.close();
    // The real starter: long enough to be caught in the middle of its transaction.
    const env = { ...process.env, KITH_DB: kith.file };
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/load/starter/starter.ts'], {
      cwd: ROOT,
      env,
    });
    let said = '';
    const killed = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_code, signal) => resolve(signal)),
    );
    child.stdout.on('data', (data) => {
      said += data;
      if (said.includes('Home points')) child.kill('SIGKILL');
    });
    expect(await killed).toBe('SIGKILL');
    expect(said).not.toContain('Years of council spending');

    const half = await openDatabase(databaseSetting({ KITH_DB: kith.file }, ROOT));
    await migrateDatabase(half);
    const empty = await contentsOf(half);
    half.close();
    expect(Object.values(empty).every((rows) => rows.length === 0)).toBe(true);

    const next = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/load/starter/starter.ts'], {
      cwd: ROOT,
      env,
    });
    expect(next.status).toBe(0);
    const whole = await openDatabase(databaseSetting({ KITH_DB: kith.file }, ROOT));
    const contents = await contentsOf(whole);
    const list = await listPlaces(whole.db, { outside: false, words: 'hinckley library' }, 5);
    whole.close();
    expect(list?.total).toBeGreaterThan(0);
    const clean = keep(await starterKith());
    expect(contents).toEqual(await contentsOf(clean.open));
  });
});
