import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './file-sample.ts';
import { findFiles } from './find-files.ts';
import type { Head, SourceFile } from './found-file.ts';
import { recogniseFiles } from './recognise.ts';
import { zipSample } from './zip-sample.ts';

const known = (
  what: string,
  column: string,
  more: Partial<SourceFile<unknown>> = {},
): SourceFile<unknown> => ({
  source: column,
  what,
  recognise: (head: Head) => head.columns.includes(column),
  async *read() {},
  ...more,
});
const areas = known('the list of areas', 'area');
const dated = known('the look-up', 'lookup', { edition: (head) => head.second[0] ?? null });
const postcodes = known('the postcodes', 'postcode', { many: true });
const SOURCES = [areas, dated, postcodes];

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function recognised(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [label, data] of Object.entries(files)) await folder.write(label, data);
  const { files: used, passedOver, problems } = await recogniseFiles(await findFiles(folder.path), SOURCES);
  const labels = (source: SourceFile<unknown>) => used.get(source)?.map(({ label }) => label);
  return { labels, passedOver, problems };
}

describe('which file is which', () => {
  it('is told by what they hold; the rest is passed over and no error', async () => {
    const { labels, passedOver, problems } = await recognised({
      'anything.bin': 'area,x\n1,2\n',
      'sub/b.csv': 'postcode\nB1 1AA\n',
      'sub/a.csv': 'postcode\nA1 1AA\n',
      'a read me.md': 'Read me\n',
      'page.csv': '<html>gone</html>',
    });
    expect(labels(areas)).toEqual(['anything.bin']);
    expect(labels(postcodes)).toEqual(['sub/a.csv', 'sub/b.csv']);
    expect(labels(dated)).toBeUndefined();
    expect(passedOver).toEqual([
      { file: 'page.csv', why: expect.stringContaining('is a web page') },
      { file: 'a read me.md', why: 'Kith knows no source that looks like it.' },
    ]);
    expect(problems).toEqual([expect.stringContaining('page.csv is a web page')]);
  });

  it('uses one of several that are alike, packed or not', async () => {
    const { labels, passedOver, problems } = await recognised({
      'a.csv': 'area\n1\n',
      'b.csv.gz': gzipSync('area\n1\n'),
      'c.zip': zipSample([{ name: 'x.csv', data: 'area\n1\n' }]),
      'p/one.csv': 'postcode\n1\n',
      'p/one.csv.gz': gzipSync('postcode\n1\n'),
      'p/two.csv': 'postcode\n2\n',
    });
    expect(labels(areas)).toEqual(['a.csv']);
    expect(labels(postcodes)).toEqual(['p/one.csv', 'p/two.csv']);
    expect(passedOver.map(({ file, why }) => [file, why])).toEqual([
      ['b.csv.gz', 'It is the same as a.csv.'],
      ['c.zip!x.csv', 'It is the same as a.csv.'],
      ['p/one.csv.gz', 'It is the same as p/one.csv.'],
    ]);
    expect(problems).toEqual([]);
  });

  it('takes the newest edition where the files say which that is', async () => {
    const { labels, passedOver, problems } = await recognised({
      'a.csv': 'lookup\n2024\n',
      'b.csv': 'lookup\n2025\n',
      'c.csv': 'lookup\n2023\n',
    });
    expect(labels(dated)).toEqual(['b.csv']);
    expect(passedOver).toEqual([
      { file: 'a.csv', why: 'b.csv is newer (2025, this one 2024).' },
      { file: 'c.csv', why: 'b.csv is newer (2025, this one 2023).' },
    ]);
    expect(problems).toEqual([]);
  });

  it('asks where they do not say, and uses none', async () => {
    const { labels, problems } = await recognised({ 'a.csv': 'area\n1\n', 'b.csv': 'area\n2\n' });
    expect(labels(areas)).toBeUndefined();
    expect(problems).toEqual([
      expect.stringMatching(
        /^2 different files could be the list of areas: a\.csv, b\.csv\..*move the others/,
      ),
    ]);
  });

  it('asks where two sources claim one file', async () => {
    const { labels, problems } = await recognised({ 'a.csv': 'area,lookup\n1,2\n' });
    expect([labels(areas), labels(dated)]).toEqual([undefined, undefined]);
    expect(problems).toEqual([expect.stringMatching(/^a\.csv could be the list of areas and the look-up/)]);
  });
});
