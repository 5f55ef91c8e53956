import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sourceSchema } from '@kith/core/source/source';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from '../files/file-sample.ts';
import { readSources } from '../starter/sources.ts';
import { readDownloads } from './downloads.ts';

const SOURCES = fileURLToPath(new URL('../../../data/sources.json', import.meta.url));
let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('the addresses in data/sources.json', () => {
  it('are of publishers, over a safe connection, each once, and none is missing its words', () => {
    const all = readDownloads(SOURCES).flatMap(({ downloads }) => downloads);
    expect(
      all
        .map(({ url }) => new URL(url).pathname.split('/').at(-1))
        .filter((name) => name?.startsWith('census')),
    ).toEqual(
      ['ts007a', 'ts007b', 'ts002', 'ts003', 'ts037', 'ts039', 'ts045', 'ts038', 'ts054'].map(
        (table) => `census2021-${table}.zip`,
      ),
    );
    expect(new Set(all.map(({ url }) => url)).size).toBe(all.length);
    const hosts = new Set([
      'www.nomisweb.co.uk',
      'api.os.uk',
      'assets.publishing.service.gov.uk',
      'openbenches.org',
    ]);
    for (const { url } of all) {
      expect(new URL(url).protocol).toBe('https:');
      expect(hosts).toContain(new URL(url).host);
    }
  });

  it('do not reach the tables of the API: the starter reads the same entries without them', () => {
    const raw = JSON.parse(readFileSync(SOURCES, 'utf8')) as { sources: object[] };
    expect(raw.sources.some((source) => 'downloads' in source)).toBe(true);
    for (const source of readSources(SOURCES))
      expect(Object.keys(source).sort()).toEqual(Object.keys(sourceSchema.shape).sort());
  });

  it('may be missing, but not wrong', async () => {
    const [first] = (JSON.parse(readFileSync(SOURCES, 'utf8')) as { sources: object[] }).sources;
    const path = `${folder.path}/sources.json`;
    await folder.write('sources.json', JSON.stringify({ sources: [{ ...first, downloads: undefined }] }));
    expect(readDownloads(path)[0]?.downloads).toEqual([]);
    const wrong = { url: 'file:///etc/passwd', what: 'x', bytes: null, sha256: null };
    await folder.write('sources.json', JSON.stringify({ sources: [{ ...first, downloads: [wrong] }] }));
    expect(() => readDownloads(path)).toThrow(/sources\.json does not fit/);
  });
});
