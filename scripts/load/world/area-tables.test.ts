import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../files/find-files.ts';
import { recogniseFiles } from '../files/recognise.ts';
import { nomisBulk } from '../nomis-bulk.ts';
import { PartTally } from '../run/tally.ts';
import { readAreaTables } from './area-tables.ts';

const five = `date,geography,geography code,Age: Total,Age: Aged 15 to 19 years,Age: Aged 20 to 24 years,Age: Aged 65 years and over
2021,One 001A,E01000001,100,12,10,20
`;
const broad = `date,geography,geography code,Age: Total,Age: Aged 16 to 19 years,Age: Aged 20 to 24 years,Age: Aged 65 years and over
2021,One 001A,E01000001,100,9,10,20
`;

async function ageOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-age-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { files: found, problems } = await recogniseFiles(await findFiles(folder), nomisBulk);
    expect(problems).toEqual([]);
    const tables = await readAreaTables(found, new PartTally(), () => true);
    return tables.nomis.ts007a?.get('E01000001')?.counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('two tables of age', () => {
  it('five-year bands do not say how many are 16 to 24', async () => {
    expect(await ageOf({ 'a.csv': five })).toEqual({ aged16To24: null, aged65Over: 20 });
  });
  it('broad bands make up for it, whichever is read first', async () => {
    const both = { aged16To24: 19, aged65Over: 20 };
    expect(await ageOf({ 'a.csv': five, 'b.csv': broad })).toEqual(both);
    expect(await ageOf({ 'a.csv': broad, 'b.csv': five })).toEqual(both);
  });
});
