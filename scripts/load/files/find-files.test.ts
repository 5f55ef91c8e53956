import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './file-sample.ts';
import { findFiles } from './find-files.ts';
import { workbookSample, zipSample } from './zip-sample.ts';

const CSV = 'code,name\nE06000017,Rutland\n';
let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('finding files', () => {
  it('finds them at any depth, packed or not, in order, and tells them by what they hold', async () => {
    await folder.write('b/deep/down/table.txt', CSV);
    await folder.write('b/table.gz', gzipSync(CSV));
    await folder.write(
      'a.zip',
      zipSample([
        { name: 'Doc/read me.pdf', data: '%PDF-1.4' },
        { name: 'Data/CSV/table.csv', data: CSV },
        { name: 'Data/CSV/table.csv.gz', data: gzipSync(CSV) },
        { name: '__MACOSX/._table.csv', data: 'x' },
      ]),
    );
    await folder.write('.hidden/table.csv', CSV);
    await folder.write('late.csv.part', CSV);
    symlinkSync(folder.path, join(folder.path, 'b', 'up'));
    const files = await findFiles(folder.path);
    expect(files.map(({ label, head }) => [label, head.format, head.columns.join('|')])).toEqual([
      ['a.zip!Data/CSV/table.csv', 'csv', 'code|name'],
      ['a.zip!Data/CSV/table.csv.gz', 'csv', 'code|name'],
      ['a.zip!Doc/read me.pdf', 'unknown', ''],
      ['b/deep/down/table.txt', 'csv', 'code|name'],
      ['b/table.gz', 'csv', 'code|name'],
    ]);
    for (const file of files.filter(({ head }) => head.format === 'csv')) expect(await file.text()).toBe(CSV);
  });

  it('opens a zip in a zip and a gz of several members', async () => {
    await folder.write(
      'outer.zip',
      zipSample([{ name: 'inner.zip', data: zipSample([{ name: 't.csv', data: CSV }]) }]),
    );
    await folder.write('two.csv.gz', Buffer.concat([gzipSync(CSV), gzipSync('E07000129,Blaby\n')]));
    expect(await (await folder.find('outer.zip!inner.zip!t.csv')).text()).toBe(CSV);
    expect(await (await folder.find('two.csv.gz')).text()).toBe(`${CSV}E07000129,Blaby\n`);
  });

  it.each([
    ['tsv', 'code\tname\nE06000017\tRutland, the county\n', ['code', 'name']],
    ['csv', 'code;name\nE06000017;Rutland\n', ['code', 'name']],
    ['csv', '\uFEFF"code","na\nme"\nE06000017,Rutland\n', ['code', 'na\nme']],
    ['geojson', '{ "type": "FeatureCollection", "features": [] }', []],
    ['json', '[{"a":1}]', []],
    ['html', '\n<!DOCTYPE html><html><body>Not found</body></html>', []],
    ['unknown', '', []],
    ['unknown', Buffer.from([0, 1, 2, 3, 0, 0, 9]), []],
    ['pbf', Buffer.from('\0\0\0\x0d\x0a\x09OSMHeader\x18\x7c', 'latin1'), []],
  ])('knows %s', async (format, data, columns) => {
    const { head } = await folder.file('data', data);
    expect([head.format, head.columns]).toEqual([format, columns]);
  });

  it('names the sheets of a workbook and takes it for one file', async () => {
    const file = await folder.file('book', workbookSample({ 'Notes & more': [['x']], Data: [['a'], [1]] }));
    expect(file.head).toMatchObject({ format: 'xlsx', sheets: ['Notes & more', 'Data'] });
  });

  it('gives the second row, and the sum of a file as it lies or, in a zip, unpacked', async () => {
    await folder.write('t.csv.gz', gzipSync(CSV));
    await folder.write('t.zip', zipSample([{ name: 't.csv', data: CSV }]));
    const sum = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
    const packed = await folder.find('t.csv.gz');
    expect(packed.head.second).toEqual(['E06000017', 'Rutland']);
    expect(await packed.sha256()).toBe(sum(gzipSync(CSV)));
    expect(await (await folder.find('t.zip!t.csv')).sha256()).toBe(sum(CSV));
  });

  it('says what to do when there is no such folder', async () => {
    await expect(findFiles(join(folder.path, 'nowhere'))).rejects.toThrow(/There is no folder .*--from/);
    await folder.write('file.csv', CSV);
    await expect(findFiles(join(folder.path, 'file.csv'))).rejects.toThrow(/is a file/);
  });
});
