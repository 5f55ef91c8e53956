import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './file-sample.ts';
import { findFiles } from './find-files.ts';
import { BadFileError, CutShortError, type FoundFile, type Rejection } from './found-file.ts';
import { readSheet } from './read-sheet.ts';
import { readHeaderless, readTable } from './read-table.ts';
import { workbookSample, zipSample } from './zip-sample.ts';

const COLUMNS = { code: { is: ['code', /^lsoa\d\dcd$/] }, name: { is: ['name'] } } as const;
const many = (rows: number) =>
  `code,name\n${Array.from({ length: rows }, (_, at) => `E${String(at).padStart(8, '0')},Area ${randomBytes(9).toString('hex')}\n`).join('')}`;

async function read(file: FoundFile, mostRows?: number) {
  const rejected: Rejection[] = [];
  const codes: string[] = [];
  for await (const rows of readTable(
    file,
    COLUMNS,
    (each) => rejected.push(each),
    mostRows ? { mostRows } : {},
  )) {
    codes.push(...rows.map(({ cells }) => cells.code));
  }
  return { codes, rejected };
}

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('a damaged file', () => {
  it('cut short in a gz gives the rows before the cut, the same ones each time, and says so', async () => {
    const whole = gzipSync(many(50_000));
    const file = await folder.file('cut.csv.gz', whole.subarray(0, Math.floor(whole.length * 0.6)));
    const { codes, rejected } = await read(file);
    expect(codes.length).toBeGreaterThan(25_000);
    expect(codes.length).toBeLessThan(35_000);
    expect(codes).toEqual(codes.map((_, at) => `E${String(at).padStart(8, '0')}`));
    expect(rejected).toEqual([
      {
        row: null,
        column: null,
        endsEarly: true,
        problem: expect.stringMatching(/^cut\.csv\.gz is cut short.*Download it again/),
      },
    ]);
    expect((await read(file)).codes.length).toBe(codes.length);
    await expect(file.text()).rejects.toThrow(CutShortError);
  });

  it('damaged inside a gz is refused', async () => {
    const bytes = gzipSync(many(20_000));
    bytes.fill(0xff, 90_000, 90_200);
    await expect(read(await folder.file('bad.csv.gz', bytes))).rejects.toThrow(
      /bad\.csv\.gz is damaged.*Download it again/,
    );
  });

  it('cut short in plain text gives the rows before the cut', async () => {
    const { codes, rejected } = await read(await folder.file('cut.csv', 'code,name\nE1,One\nE2,Two\nE3'));
    expect(codes).toEqual(['E1', 'E2']);
    expect(rejected).toEqual([
      { row: 4, column: null, endsEarly: true, problem: expect.stringContaining('cut short') },
    ]);
    const bare: Rejection[] = [];
    for await (const _ of readHeaderless(await folder.file('bare.csv', '1,a\n2'), (each) => bare.push(each)));
    expect(bare).toMatchObject([{ row: 2, endsEarly: true }]);
  });

  it('with several sorts of line ends is read line by line', async () => {
    const text = 'code,name\r\nE1,One\nE2,"Two\nlines"\nE3,Three\r\nE4,Four\rE5,Five\n';
    const { codes, rejected } = await read(await folder.file('mixed.csv', text));
    expect(codes).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
    expect(rejected).toEqual([]);
  });

  it('without a line end at the end is whole', async () => {
    expect(await read(await folder.file('whole.csv', 'code,name\nE1,One\nE2,Two'))).toEqual({
      codes: ['E1', 'E2'],
      rejected: [],
    });
  });

  it('with a quotation mark that is never closed gives the rows before it', async () => {
    const { codes, rejected } = await read(
      await folder.file('open.csv', `code,name\nE1,One\nE2,"Two\n${many(200)}`),
    );
    expect(codes).toEqual(['E1']);
    expect(rejected).toEqual([
      {
        row: null,
        column: null,
        endsEarly: true,
        problem: expect.stringMatching(/open\.csv cannot be read beyond row 2.*quotation mark/),
      },
    ]);
  });

  it('with the wrong columns names those it has and those that are needed', async () => {
    const file = await folder.file('wrong.csv', 'LSOA21CD,easting,northing\nE01000001,1,2\n');
    await expect(read(file)).rejects.toThrow(
      /^wrong\.csv has not the columns that are needed: "name" is missing\. It has "LSOA21CD", "easting", "northing"\./,
    );
  });

  it('that is a web page is refused as one', async () => {
    const file = await folder.file(
      'table.csv',
      '<!DOCTYPE html>\n<html><head><title>404</title></head></html>',
    );
    expect(file.trouble).toMatch(/^table\.csv is a web page, not a table.*download the file again/);
    await expect(read(file)).rejects.toThrow(/is a web page/);
    const error = await folder.file(
      'bucket.csv',
      '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>',
    );
    expect(error.trouble).toMatch(/error message of a web server/);
  });

  it('that swells without end is stopped, as gz, in a zip and as a workbook', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024, 'a,b\n');
    await folder.write('bomb.csv.gz', gzipSync(zeros));
    await folder.write('bomb.zip', zipSample([{ name: 'bomb.csv', data: zeros, claimedBytes: 100 }]));
    for (const label of ['bomb.csv.gz', 'bomb.zip!bomb.csv']) {
      const file = await folder.find(label);
      await expect(file.text()).rejects.toThrow(/unpacks to far more than its size allows/);
    }
    const book = workbookSample({
      Data: [
        ['code', 'name'],
        ['E1', 'x'.repeat(60 * 1024 * 1024)],
      ],
    });
    await expect(readSheet(await folder.file('bomb.xlsx', book))).rejects.toThrow(
      /far more than its size allows/,
    );
  });

  it('made of packs in a pack is stopped before they fill the memory, and what came before stays readable', async () => {
    // Stored, not deflated, inside: the outer deflate then packs 48 MiB of zeros to 50 kB.
    const inner = zipSample([
      { name: 't.csv', data: 'code,name\nE1,One\n' },
      { name: 'zeros', data: Buffer.alloc(48 * 1024 * 1024), stored: true },
    ]);
    const members = Array.from({ length: 12 }, (_, at) => ({ name: `${10 + at}.zip`, data: inner }));
    await folder.write('packs.zip', zipSample(members));
    const files = await findFiles(folder.path);
    const packs = files.filter(({ label }) => label.startsWith('packs.zip'));
    expect(packs.filter(({ trouble }) => trouble?.includes('too large')).length).toBeGreaterThan(5);
    const good = packs.filter(({ label, trouble }) => label.endsWith('t.csv') && trouble === undefined);
    expect(good.length).toBeGreaterThan(2);
    for (const file of good) expect((await read(file)).codes).toEqual(['E1']);
  });

  it('stops at the most rows that are allowed, keeps those, and holds no more in memory', async () => {
    const line = Buffer.from('E00000001,An area with a name\n'.repeat(10_000));
    const file = await folder.file('long.csv', 'code,name\nE0,x\n');
    const endless: FoundFile = {
      ...file,
      async *open() {
        yield Buffer.from('code,name\n');
        for (;;) yield line;
      },
    };
    const before = process.memoryUsage().rss;
    let kept = 0;
    const rejected: Rejection[] = [];
    for await (const rows of readTable(endless, COLUMNS, (each) => rejected.push(each), {
      mostRows: 400_000,
    })) {
      kept += rows.length;
    }
    expect(kept).toBe(399_999);
    expect(rejected).toEqual([
      {
        row: null,
        column: null,
        endsEarly: true,
        problem: expect.stringMatching(/more than 400,000 rows.*Cut it down/),
      },
    ]);
    // 400,000 rows held at once would be over 60 MiB; what is measured is mostly rubbish not yet collected.
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('in a folder does not stop the others', async () => {
    await folder.write('good.csv', 'code,name\nE1,One\n');
    const zip = zipSample([{ name: 't.csv', data: many(100) }]);
    await folder.write('cut.zip', zip.subarray(0, zip.length - 40));
    await folder.write('cut.gz', gzipSync('code,name\n').subarray(0, 6));
    const files = await findFiles(folder.path);
    expect(files.map(({ label, trouble }) => [label, trouble ?? null])).toEqual([
      ['cut.gz', expect.stringContaining('cut short')],
      ['cut.zip', expect.stringMatching(/zip that is cut short or damaged.*download it again/)],
      ['good.csv', null],
    ]);
    expect((await read(files[2] as FoundFile)).codes).toEqual(['E1']);
  });

  it('in a zip with a wrong check sum or a wrong size is refused', async () => {
    const zip = zipSample([{ name: 't.csv', data: many(10) }]);
    zip.writeUInt32LE(1, zip.lastIndexOf('PK\x01\x02') + 16);
    await expect(
      (await folder.file('sum.zip', zip).catch(() => folder.find('sum.zip!t.csv'))).text(),
    ).rejects.toThrow(/check sum does not fit/);
  });

  it('that is locked is named', async () => {
    const zip = zipSample([{ name: 't.csv', data: 'a,b\n' }]);
    for (const at of [6, zip.lastIndexOf('PK\x01\x02') + 8]) zip.writeUInt16LE(0x0801, at);
    await folder.write('locked.zip', zip);
    const [file] = await findFiles(folder.path);
    expect(file?.trouble).toMatch(/locked with a password. Unpack it yourself/);
  });

  it('gives errors of one kind', async () => {
    await expect(read(await folder.file('x.json', '{}'))).rejects.toThrow(BadFileError);
  });
});
