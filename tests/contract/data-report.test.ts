import { readDataReport } from '@kith/api/store/data-report-store';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import type { Coverage, DataReport, Double, RejectedRow } from '@kith/core/source/data-report';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterRows } from '../drivers/starter.ts';
import { smallKith, starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, codeOf, type KithApp } from './kith-app.ts';
import { unzip } from './unzip.ts';

let kith: TemporaryKith;
let app: KithApp;
let report: DataReport;
beforeAll(async () => {
  kith = await starterKith();
  const run = (sql: string) => kith.open.client.execute(sql);
  // What the loads of official files leave behind, which the starter has none of.
  // One file that two parts are made of: each writes down what it could not use.
  for (const [part, kept, elsewhere] of [
    ['areas', 4, 5],
    ['postcodes', 1, 8],
  ]) {
    await run(
      `insert into load_file values ('${part}', 'england', 'iod-2025', 'own folder/iod.csv', '${'a'.repeat(64)}', 900, 12, ${kept}, ${elsewhere}, 3, '2026-11-22T10:00:00Z')`,
    );
  }
  await run(
    `insert into load_part (part, scope, districts, fingerprint, at, seconds) values
      ('areas', 'england', '[]', 'f', '2026-11-22T10:00:00Z', 1), ('names', 'E06000017', '["E06000017"]', 'f', '2026-11-22T10:00:01Z', 1)`,
  );
  const problems: [number, string][] = [
    [4, 'The decile is "eleven". It must be a whole number from 1 to 10.'],
    [7, 'The decile is "twelve". It must be a whole number from 1 to 10.'],
    [9, '=cmd is not a code of an area.'],
  ];
  for (const [part, row, problem] of ['areas', 'postcodes'].flatMap((part) =>
    problems.map(([row, problem]) => [part, row, problem] as const),
  )) {
    await kith.open.client.execute({
      sql: `insert into rejected_row (part, scope, source, file, row, "column", problem)
        values (?, 'england', 'iod-2025', 'own folder/iod.csv', ?, 'IMD Decile', ?)`,
      args: [part, row, problem],
    });
  }
  app = appOf(kith);
  report = await read<DataReport>('/api/data-report');
});
afterAll(() => kith.close());

async function read<T>(path: string): Promise<T> {
  return (await (await app.get(path)).json()) as T;
}
async function rows(file: string): Promise<Record<string, string>[]> {
  const text = await (await app.get(`/api/exports/${file}`)).text();
  return parse(text, { columns: true, bom: true }) as Record<string, string>[];
}
const sourceOf = (id: string) => report.sources.find((source) => source.id === id);

describe('the report', () => {
  it('counts what the files of the starter hold', () => {
    const areas = starterRows('areas.csv');
    expect(report.held).toMatchObject({
      areas: areas.length,
      residents: areas.reduce((sum, row) => sum + Number(row.residents), 0),
      districts: new Set(areas.map((row) => row.district_code)).size,
      homePoints: starterRows('home-points.csv').length,
      areasWithoutHomePoints: 0,
      placeNames: starterRows('place-names.csv').length,
      postcodeSectors: starterRows('postcode-sectors.csv').length,
      yearsOfSpending: starterRows('money.csv').length,
      places: ['libraries.csv', 'benches.csv', 'venues.csv'].reduce(
        (sum, file) => sum + starterRows(file).length,
        0,
      ),
      closedPlaces: starterRows('libraries.csv').filter((row) => row.status === 'closed').length,
    });
  });

  it('says of each source what it gave and how old that is', () => {
    const venues = starterRows('venues.csv');
    expect(sourceOf('kith-venue-facts-2026')).toMatchObject({
      licenceFamily: 'own',
      gave: { places: venues.length },
    });
    expect(sourceOf('openbenches-2026-05')).toMatchObject({
      licenceFamily: 'cc-by-sa',
      gave: { places: starterRows('benches.csv').length },
    });
    const years = venues.flatMap((row) => row.year || []).sort();
    const dates = sourceOf('kith-venue-facts-2026')?.dates;
    expect(dates?.find((each) => each.basis === 'published')).toMatchObject({
      oldest: years[0],
      newest: years.at(-1),
    });
    expect(dates?.find((each) => each.basis === 'checked')).toBeUndefined();
    expect(sourceOf('census-2021-percent')?.gave).toMatchObject({
      places: 0,
      areaFigures: 6 * starterRows('areas.csv').length,
    });
  });

  it('puts rejected rows with one reason together, with examples', () => {
    expect(sourceOf('iod-2025')?.rejected).toEqual({
      total: 3,
      kept: 3,
      groups: [
        {
          files: 1,
          column: 'IMD Decile',
          problem: 'The decile is …. It must be a whole number from … to ….',
          count: 2,
          examples: [
            {
              file: 'iod.csv',
              row: 4,
              problem: 'The decile is "eleven". It must be a whole number from 1 to 10.',
            },
            {
              file: 'iod.csv',
              row: 7,
              problem: 'The decile is "twelve". It must be a whole number from 1 to 10.',
            },
          ],
        },
        {
          files: 1,
          column: 'IMD Decile',
          problem: '=cmd is not a code of an area.',
          count: 1,
          examples: [{ file: 'iod.csv', row: 9, problem: '=cmd is not a code of an area.' }],
        },
      ],
    });
  });

  it('counts a file once that two parts are made of, as the part has it that used most of it', async () => {
    expect(sourceOf('iod-2025')?.files).toMatchObject([
      {
        file: 'iod.csv',
        part: 'areas, postcodes',
        rowsRead: 12,
        rowsKept: 4,
        rowsElsewhere: 5,
        rowsRejected: 3,
      },
    ]);
    expect(await rows('files.csv')).toHaveLength(1);
    expect(await rows('rejected.csv')).toHaveLength(3);
    const { rows: listed } = await read<{ rows: RejectedRow[] }>('/api/data-report/rejected?source=iod-2025');
    expect(listed.map(({ row }) => row)).toEqual([4, 7, 9]);
  });

  it('says in words what each part was loaded for', () => {
    expect(report.loads.map(({ part, of }) => [part, of])).toEqual([
      ['starter', ''],
      ['areas', 'all England'],
      ['names', 'Rutland'],
    ]);
  });

  it('says how far the places of each source reach', () => {
    const benches = new Set(starterRows('benches.csv').map((row) => row.district));
    expect(sourceOf('openbenches-2026-05')?.reaches?.districts).toBe(benches.size);
    expect(sourceOf('openstreetmap')?.reaches).toBeNull();
  });

  it('counts outlines of districts as districts', async () => {
    const own = await smallKith();
    await own.open.client.execute("update area set origin = 'official'");
    const { sources } = await readDataReport(own.open.db);
    own.close();
    const gave = sources.find(({ id }) => id === 'ons-lad24-boundaries')?.gave.other;
    expect(gave).toEqual([{ what: 'outlines of districts', rows: 4 }]);
  });

  it('says whose figure each area has, by district, as the files have it', () => {
    const areas = starterRows('areas.csv');
    const living = report.indicators.find((each) => each.id === 'one-person');
    expect(living).toMatchObject({
      own: areas.filter((row) => row.census_from === 'lsoa').length,
      wider: areas.filter((row) => row.census_from === 'msoa').length,
      none: 0,
    });
    for (const [at, district] of report.districts.entries()) {
      const here = areas.filter((row) => row.district_code === district.code);
      expect(district.areas).toBe(here.length);
      expect(living?.byDistrict.own[at]).toBe(here.filter((row) => row.census_from === 'lsoa').length);
    }
  });

  it('holds its checks on the starter', () => {
    expect(report.checks.filter((check) => !check.holds)).toEqual([]);
    expect(report.checks.length).toBeGreaterThan(8);
  });

  it('is counted once for each version of the data', async () => {
    const again = await app.get('/api/data-report');
    const tag = again.headers.get('ETag') ?? '';
    expect((await app.get('/api/data-report', { 'If-None-Match': tag })).status).toBe(304);
  });
});

describe('coverage for the map', () => {
  it('is by area code, each its own, the wider or none', async () => {
    const found = await read<Coverage>('/api/data-report/coverage/one-person?patch=kirklees');
    const areas = starterRows('areas.csv').filter((row) => row.patch === 'kirklees');
    expect(found.codes).toEqual(areas.map((row) => row.code).sort());
    for (const row of areas) {
      const state = found.states[found.codes.indexOf(row.code ?? '')];
      expect(state).toBe(row.census_from === 'lsoa' ? 'own' : 'wider');
    }
  });

  it('says what there is where it is asked for what there is not', async () => {
    const answer = await app.get('/api/data-report/coverage/luck?patch=kirklees');
    expect(answer.status).toBe(404);
    expect(await codeOf(answer)).toBe('unknown-indicator');
    expect((await app.get('/api/data-report/coverage/no-car?patch=No%20Map')).status).toBe(400);
  });
});

describe('rejected rows', () => {
  it('come a page at a time, each once', async () => {
    const found: RejectedRow[] = [];
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page: { rows: RejectedRow[]; next: number | null } = await read(
        `/api/data-report/rejected?source=iod-2025&limit=2&cursor=${cursor}`,
      );
      found.push(...page.rows);
      cursor = page.next;
    }
    expect(found.map((row) => row.row)).toEqual([4, 7, 9]);
    expect(new Set(found.map((row) => row.file))).toEqual(new Set(['iod.csv']));
  });

  it.each([
    ['source=luck', 404],
    ['cursor=x', 400],
    ['limit=0', 400],
  ])('refuses %s', async (query, status) => {
    const answer = await app.get(`/api/data-report/rejected?${query}`);
    expect(answer.status).toBe(status);
    await codeOf(answer);
  });
});

describe('the queue of possible doubles', () => {
  it('shows both sides, who says what, and where they differ', async () => {
    const idOf = async (name: string) =>
      (await read<{ features: { id: string }[] }>(`/api/places?q=${encodeURIComponent(name)}&limit=1`))
        .features[0]?.id ?? '';
    const [fromId, toId] = [await idOf('Lutterworth Library'), await idOf('Melton Mowbray Library')];
    await replaceCandidates(kith.open.db, [{ fromId, toId, score: 0.61, reasons: ['the same council'] }]);
    const queue = await read<{ total: number; doubles: Double[]; next: number | null }>(
      '/api/data-report/merge-queue',
    );
    expect(queue).toMatchObject({
      total: 1,
      next: null,
      doubles: [
        {
          score: 0.61,
          reasons: ['the same council'],
          from: { id: fromId, name: 'Lutterworth Library', kind: 'library' },
          to: { id: toId, name: 'Melton Mowbray Library' },
        },
      ],
    });
    const double = queue.doubles[0];
    const row = (name: string) => starterRows('libraries.csv').find((each) => each.name === name);
    const [one, other] = [row('Lutterworth Library'), row('Melton Mowbray Library')];
    expect(double?.straightMetres).toBe(
      Math.round(
        Math.hypot(
          Number(one?.easting) - Number(other?.easting),
          Number(one?.northing) - Number(other?.northing),
        ),
      ),
    );
    expect(double?.from.sources).toContain('ace-libraries-2023');
    const postcode = double?.differs.find(({ field }) => field === 'postcode');
    expect([postcode?.from?.value, postcode?.to?.value]).toEqual([one?.postcode, other?.postcode]);
    expect(double?.differs.map(({ field }) => field)).not.toContain('patch');
    expect((await app.get('/api/data-report/merge-queue?cursor=-1')).status).toBe(400);
  });
});

describe('downloads', () => {
  interface Listed {
    files: { name: string; href: string; columns: string[]; rows: number | null }[];
    all: string;
  }

  it('have the columns that are listed, every one of them explained', async () => {
    const { files } = await read<Listed>('/api/exports');
    const dictionary = await rows('dictionary.csv');
    const tables = files.filter((file) => file.name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThanOrEqual(9);
    for (const { name, href, columns, rows: counted } of tables) {
      expect(await rows(name)).toHaveLength(counted ?? -1);
      const answer = await app.get(href);
      expect(answer.headers.get('Content-Type')).toContain('text/csv');
      expect(answer.headers.get('Content-Disposition')).toContain(`filename="${name}"`);
      const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const header = text.slice(1, text.indexOf('\r\n')).split(',');
      expect(header).toEqual(columns);
      if (name === 'dictionary.csv') continue;
      expect(dictionary.filter((row) => row.file === name).map((row) => row.column)).toEqual(header);
    }
  });

  it('keep what is shared alike in a file of its own, and lose nothing between them', async () => {
    const { files } = await read<Listed>('/api/exports');
    const names = files.flatMap(({ name }) => (name.startsWith('places-') ? [name] : []));
    expect(names.sort()).toEqual(['places-cc-by-sa.csv', 'places-ogl.csv', 'places-own.csv']);
    let claims = 0;
    for (const name of names) {
      const found = await rows(name);
      claims += found.length;
      const isBench = (row: Record<string, string>) => row.source === 'openbenches-2026-05';
      expect(found.every((row) => isBench(row) === (name === 'places-cc-by-sa.csv'))).toBe(true);
      expect(found.every((row) => row.attribution !== '' && row.licence !== '')).toBe(true);
    }
    const held = await kith.open.client.execute('select count(*) from claim');
    expect(claims).toBe(held.rows[0]?.[0]);
  });

  it('hold every figure of every area, and say whose it is', async () => {
    const figures = await rows('area-figures.csv');
    const areas = starterRows('areas.csv');
    expect(figures).toHaveLength(12 * areas.length);
    const noCar = figures.filter((row) => row.indicator === 'no-car');
    for (const row of areas) {
      const found = noCar.find((each) => each.area === row.code);
      expect(Number(found?.value)).toBe(Number(row.no_car_pct));
      expect(found?.whose).toBe(row.census_from === 'lsoa' ? 'own' : 'wider');
    }
  });

  it('cannot run as a formula, and give back what was there', async () => {
    const rejected = await rows('rejected.csv');
    expect(rejected.every((row) => row.file === 'iod.csv')).toBe(true);
    const problems = rejected.map((row) => row.problem);
    expect(problems).toContain("'=cmd is not a code of an area.");
    expect(problems.map((each) => each?.replace(/^'/, ''))).toContain('=cmd is not a code of an area.');
  });

  it('are all in one zip, each as it is alone', async () => {
    const { files, all } = await read<Listed>('/api/exports');
    const answer = await app.get(all);
    expect(answer.headers.get('Content-Type')).toBe('application/zip');
    const members = await unzip(Buffer.from(await answer.arrayBuffer()));
    expect([...members.keys()].sort()).toEqual(files.map(({ name }) => name).sort());
    for (const { name, href } of files) {
      expect(members.get(name)).toBe(Buffer.from(await (await app.get(href)).arrayBuffer()).toString('utf8'));
    }
    expect(members.get('README.txt')).toContain('OpenBenches.org, CC BY-SA 4.0');
  });

  it('are packed for those who take it', async () => {
    const answer = await app.get('/api/exports/places-ogl.csv', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
  });

  it('that are not there say what is', async () => {
    const answer = await app.get('/api/exports/secrets.csv');
    expect(answer.status).toBe(404);
    expect(await codeOf(answer)).toBe('unknown-file');
  });
});
