import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSharedData, SharedFiles } from './shared-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-shared-'));
  writeFileSync(join(folder, 'benches.csv.gz'), gzipSync('\uFEFFid,lon,words\n7,-1.5,"Not to, be\nread"\n'));
  writeFileSync(join(folder, 'names.tsv'), 'Say "so"\tt\t52.5\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('SharedFiles', () => {
  it('reads the columns that are asked for and no other', () => {
    const rows = new SharedFiles(folder).table('benches.csv.gz', ['id', 'lon']);
    expect(rows).toEqual([{ id: '7', lon: '-1.5' }]);
    expect(JSON.stringify(rows)).not.toContain('Not to');
  });

  it('reads a table without a header, and a quote as a quote where tabs part the cells', () => {
    const rows = new SharedFiles(folder).table('names.tsv', ['name'], {
      header: ['name', 'type', 'lat'],
      tabs: true,
    });
    expect(rows).toEqual([{ name: 'Say "so"' }]);
  });

  it('says which column is missing', () => {
    expect(() => new SharedFiles(folder).table('benches.csv.gz', ['id', 'height'])).toThrow(
      'no column height',
    );
  });

  it('gives the SHA-256 of files as they lie, one after the other', () => {
    const files = new SharedFiles(folder);
    expect(files.sha256(['names.tsv'])).toMatch(/^[0-9a-f]{64}$/);
    expect(files.sha256(['names.tsv', 'benches.csv.gz'])).not.toBe(
      files.sha256(['benches.csv.gz', 'names.tsv']),
    );
  });

  it('knows when the shared data is not there', () => {
    expect(hasSharedData(folder)).toBe(false);
  });
});
