import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostcodeRow } from '../code-point.ts';
import { PostcodeCollector } from './postcode-table.ts';

const row = (folded: string, easting = 1): PostcodeRow => ({
  folded,
  easting,
  northing: easting + 1,
  districtCode: `E0700000${easting % 3}`,
  countryCode: 'E92000001',
});
function tableOf(rows: readonly PostcodeRow[]) {
  const collector = new PostcodeCollector();
  for (const each of rows) collector.add(each);
  return collector.table();
}

describe('a table of postcodes', () => {
  it('is in the order of how postcodes are written, whatever the order of the files', () => {
    const table = tableOf([
      row('LE100AA', 4),
      row('LE99ZZ', 3),
      row('E11AA', 1),
      row('LE11AA', 2),
      row('EC1A1AA', 5),
    ]);
    const postcodes = Array.from({ length: table.length }, (_, at) => table.folded(at));
    expect(postcodes).toEqual(['E11AA', 'EC1A1AA', 'LE11AA', 'LE100AA', 'LE99ZZ']);
    expect([...table.easting]).toEqual([1, 5, 2, 4, 3]);
    expect([...table.northing]).toEqual([2, 6, 3, 5, 4]);
    expect(table.districts[table.district[3] as number]).toBe('E07000001');
  });

  it('holds a postcode once: the first that was read', () => {
    const table = tableOf([row('LE11AA', 2), row('LE11AA', 9)]);
    expect([table.length, table.repeated, table.easting[0]]).toEqual([1, 1, 2]);
  });

  it('gives back any postcode, of any number of them', () => {
    const letters = fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/);
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 300 }), (postcodes) => {
        const table = tableOf(postcodes.map((postcode) => row(postcode)));
        const back = Array.from({ length: table.length }, (_, at) => table.folded(at));
        expect([...back].sort()).toEqual([...postcodes].sort());
      }),
    );
  });

  it('grows beyond its first room', () => {
    const many = Array.from({ length: 70_000 }, (_, at) =>
      row(`LE1${at % 10}${Math.floor(at / 10)}`.padEnd(7, 'A'), at),
    );
    expect(tableOf(many).length + tableOf(many).repeated).toBe(70_000);
  });
});
