import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './files/file-sample.ts';
import { ageOf, fieldsOf, readAll, rutland, sampleSource } from './ground-sample.ts';
import { benchListings, openBenches } from './openbenches.ts';
import { placeId } from './place-claims.ts';

const SECRET = 'words on the bench';
const CSV = `bench_id_mvt,lon,lat,inscription
7,-0.7300,52.6700,"${SECRET}
over two lines, with a comma and ""quotes"""
8,-6.26,53.35,${SECRET}
9,west,52.6700,${SECRET}
,-0.7300,52.6700,${SECRET}
10,-0.7300,99,${SECRET}
7,-0.7301,52.6701,${SECRET}
`;
const source = sampleSource('openbenches-2026-05', '2026-05');

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('OpenBenches', () => {
  it('gives numbers and positions, and never what is written on a bench', async () => {
    const file = await folder.file('benches.csv', CSV);
    expect(openBenches.recognise(file.head)).toBe(true);
    const read = await readAll(openBenches, file);
    expect(read.rows.map((row) => Object.keys(row))).toEqual(read.rows.map(() => ['id', 'lon', 'lat']));
    expect(read.rows.map((row) => row.id)).toEqual(['7', '8', '7']);
    expect(read.rejected.map(({ row, column }) => [row, column])).toEqual([
      [4, 'lon'],
      [5, 'bench_id_mvt'],
      [6, 'lat'],
    ]);
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });

  it("are known by the publisher's own list too, and not by any table of points", async () => {
    const own = await folder.file(
      'benches.tsv',
      `id\tlongitude\tlatitude\tinscription\n7\t-0.73\t52.67\t${SECRET}\n`,
    );
    expect(openBenches.recognise(own.head)).toBe(true);
    expect((await readAll(openBenches, own)).rows).toEqual([{ id: '7', lon: -0.73, lat: 52.67 }]);
    expect(openBenches.recognise((await folder.file('points.csv', 'id,lon,lat\n7,-0.73,52.67\n')).head)).toBe(
      false,
    );
  });

  it('lists those in an area that is loaded, by what they are near, as old as the file', async () => {
    const { rows } = await readAll(openBenches, await folder.file('benches.csv', CSV));
    const near = benchListings(rows, rutland.ground, () => 'Oakham', source);
    expect([near.listings.length, near.elsewhere, near.leftOut]).toEqual([1, 1, { 'listed twice': 1 }]);
    const [first] = near.listings;
    expect(first).toMatchObject({ key: '7', placeId: placeId('openbenches', '7') });
    expect(fieldsOf(first)).toMatchObject({
      name: 'Bench near Oakham',
      kind: 'bench',
      district: 'Rutland',
      position: { precision: 'exact' },
    });
    expect(ageOf(first, 'status')).toBe('2026-05 published');
    const far = benchListings(rows, rutland.ground, () => null, source);
    expect(fieldsOf([...far.listings][0]).name).toBe('Bench in Rutland');
    expect(JSON.stringify([...near.listings])).not.toContain(SECRET);
  });
});
