import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDICATORS } from '@kith/core/area/indicators';
import { sourceSchema } from '@kith/core/source/source';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columnsOf, DATA, rowsOf, starterFileNames } from './starter-tables.ts';

const { sources } = z
  .object({ sources: z.array(sourceSchema) })
  .parse(JSON.parse(readFileSync(join(DATA, 'sources.json'), 'utf8')));
const entries = rowsOf('dictionary.csv');
const entryOf = (file: string, column: string) =>
  entries.filter((entry) => entry.file === file && entry.column === column);

describe('the dictionary', () => {
  it.each(starterFileNames())('says what every column of %s means', (file) => {
    const columns = columnsOf(file);
    expect(columns.length).toBeGreaterThan(2);
    for (const column of columns) {
      expect(entryOf(file, column), `${file} ${column} needs one row in data/dictionary.csv`).toHaveLength(1);
    }
  });

  it('speaks of no column and no file that is gone', () => {
    for (const { file = '', column = '' } of entries) {
      expect(starterFileNames()).toContain(file);
      expect(columnsOf(file), `${file} has no column ${column}`).toContain(column);
    }
  });

  it('gives every column a meaning, a unit, a licence and a vintage, and sources that exist', () => {
    const known = new Set(sources.map((source) => source.id));
    for (const entry of entries) {
      const name = `${entry.file} ${entry.column}`;
      for (const field of ['meaning', 'unit', 'source', 'licence', 'vintage']) {
        expect(entry[field]?.trim(), `${name} has no ${field}`).toBeTruthy();
      }
      for (const id of (entry.source ?? '').split('+')) expect(known, `${name} names ${id}`).toContain(id);
    }
  });

  it('says that venues are placed by postcodes and the gazetteer', () => {
    for (const column of ['lon', 'lat', 'easting', 'northing']) {
      expect(entryOf('venues.csv', column)[0]?.source).toBe('codepoint-open-2014+os-open-names');
    }
  });

  it('repeats the licence and vintage of each source it names', () => {
    for (const entry of entries) {
      for (const id of (entry.source ?? '').split('+')) {
        const source = sources.find((each) => each.id === id);
        expect(entry.licence).toContain(source?.licence);
        expect(entry.vintage).toContain(source?.vintage);
      }
    }
  });
});

describe('the sources', () => {
  /** Loaded beside the starter from official files and extracts: nothing of them is in there. */
  const beside = ['openstreetmap', 'ons-lad24-boundaries'];
  const ofTheStarter = sources.filter((source) => !beside.includes(source.id));

  it('each has its own id, and a SHA-256 of what the starter was made from', () => {
    expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
    for (const source of ofTheStarter) {
      expect(source.sha256, source.id).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('have an address each, but for facts that were read from many pages: each row names its own', () => {
    expect(sources.filter((source) => source.url === null).map((source) => source.id)).toEqual([
      'kith-venue-facts-2026',
    ]);
  });

  it('are all used by a column of the dictionary', () => {
    const used = new Set(entries.flatMap((entry) => (entry.source ?? '').split('+')));
    for (const source of ofTheStarter) expect(used, `${source.id} is used by no column`).toContain(source.id);
  });

  it('hold every source that an indicator names, and its column', () => {
    for (const indicator of INDICATORS) {
      expect(sources.map((source) => source.id)).toContain(indicator.source);
      expect(entryOf('areas.csv', indicator.column)[0]?.source).toBe(indicator.source);
    }
  });

  it('say what must be said of OpenBenches, ONS, Ordnance Survey and Royal Mail', () => {
    const said = sources.map((source) => source.attribution).join('\n');
    for (const words of [
      'OpenBenches.org, CC BY-SA 4.0',
      'Source: Office for National Statistics',
      'Contains OS data © Crown copyright and database right',
      'Contains Royal Mail data © Royal Mail copyright and database right',
      'Open Government Licence v3.0',
    ]) {
      expect(said).toContain(words);
    }
  });
});
