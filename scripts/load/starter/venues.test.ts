import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';
import { ROOT } from './starter-files.ts';
import { readVenues } from './venues.ts';

const sources = new Map(readSources(join(ROOT, 'data', 'sources.json')).map((source) => [source.id, source]));
const HEADER =
  'key,name,kind,status,patch,district,address,postcode,lon,lat,easting,northing,precision,when,year,opening_hours,for_whom,phone,website,source';
const row = (status: string, position: string) =>
  `a,A group,group,${status},kirklees,,Somewhere,,${position},Nearly ready; check,,,,,,https://example.org/`;

describe('readVenues', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-venues-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function read(line: string) {
    const file = join(folder, 'venues.csv');
    writeFileSync(file, `${HEADER}\n${line}\n`);
    return new Map(readVenues(file, sources).map((claim) => [claim.field, claim.value]));
  }

  it('says the status that the file gives, and keeps its words', () => {
    const said = read(row('unknown', '-1.78220,53.64430,414496,416443,village'));
    expect(said.get('status')).toBe('unknown');
    expect(said.get('when')).toBe('Nearly ready; check');
    expect(said.get('position')).toMatchObject({ precision: 'village', spreadMetres: 600 });
  });

  it('says nothing of the position of what works across a county', () => {
    const said = read(row('open', ',,,,none'));
    expect(said.has('position')).toBe(false);
    expect(said.get('patch')).toBe('kirklees');
  });

  it('refuses a status it does not know, and a precision that the position belies', () => {
    expect(() => read(row('perhaps', ',,,,none'))).toThrow(/row 2, status/);
    expect(() => read(row('open', ',,,,village'))).toThrow(/row 2, precision: is none just where/);
    expect(() => read(row('open', '-1.78220,53.64430,414496,416443,none'))).toThrow(/row 2, precision/);
  });
});
