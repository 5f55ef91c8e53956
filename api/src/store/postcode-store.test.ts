import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceAreasOf } from './area-load-store.ts';
import type { OpenDatabase } from './open.ts';
import { clearPostcodes, countPostcodes, postcodesAt, putPostcodes } from './postcode-load-store.ts';
import { findPostcodeDistricts, findPostcodes, findSectors } from './postcode-store.ts';
import { replaceSectors } from './seed-store.ts';
import { areaOf, positionAt, temporaryStore } from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
  await replaceAreasOf(open.db, ['E07000132'], [areaOf('E01000001', 'E07000132')], []);
  await putPostcodes(open.db, [
    unit('LE100AA', 442_000, 293_000, 'E01000001'),
    unit('LE100AB', 442_200, 293_100, 'E01000001'),
    unit('LE101AA', 443_000, 294_000),
    unit('LE10AA', 458_000, 304_000),
    unit('LE11AA', 458_500, 304_500),
    unit('LE111AA', 453_000, 319_000),
    unit('L11AA', 334_000, 390_000),
  ]);
});
afterEach(() => close());

function unit(folded: string, easting: number, northing: number, area: string | null = null) {
  return { folded, easting, northing, area };
}
const degrees = (easting: number, northing: number) => {
  const { lon, lat } = positionAt(easting, northing);
  return { lon, lat };
};

describe('postcodes', () => {
  it('are found whole, with the district and map of their area', async () => {
    expect(await findPostcodes(open.db, 'LE100AA', 5)).toEqual([
      {
        postcode: 'LE10 0AA',
        district: 'District E07000132',
        patch: 'leicestershire',
        ...degrees(442_000, 293_000),
      },
    ]);
    expect(await findPostcodes(open.db, 'LE10AA', 5)).toMatchObject([
      { postcode: 'LE1 0AA', district: null, patch: null },
    ]);
    expect(await findPostcodes(open.db, 'LE100AZ', 5)).toEqual([]);
  });

  it('are found by how they begin, in their order', async () => {
    const found = await findPostcodes(open.db, 'LE100', 5);
    expect(found.map((each) => each.postcode)).toEqual(['LE10 0AA', 'LE10 0AB']);
    expect(await findPostcodes(open.db, 'LE10', 3)).toHaveLength(3);
  });

  it('are looked up many at once, and replaced when they come again', async () => {
    await putPostcodes(open.db, [unit('LE100AA', 1, 2)]);
    const found = await postcodesAt(open.db, ['LE100AA', 'LE111AA', 'ZZ11ZZ']);
    expect([...found]).toEqual([
      ['LE100AA', { easting: 1, northing: 2, area: null }],
      ['LE111AA', { easting: 453_000, northing: 319_000, area: null }],
    ]);
    expect(await countPostcodes(open.db)).toBe(7);
    await clearPostcodes(open.db);
    expect(await countPostcodes(open.db)).toBe(0);
  });
});

describe('sectors and districts', () => {
  it('are made from the postcodes in them, shortest first, with their middle', async () => {
    const sectors = await findSectors(open.db, 'LE10', 10);
    expect(sectors.map((each) => each.sector)).toEqual(['LE1 0', 'LE10 0', 'LE10 1']);
    expect(sectors[1]).toEqual({
      sector: 'LE10 0',
      patch: 'leicestershire',
      postcodes: 2,
      ...degrees(442_100, 293_050),
    });
    expect(sectors[0]?.patch).toBe('');
  });

  it('a district holds its own sectors and not those of one that begins alike', async () => {
    const districts = await findPostcodeDistricts(open.db, 'LE1', 10);
    expect(districts.map(({ sector, postcodes }) => [sector, postcodes])).toEqual([
      ['LE1', 2],
      ['LE10', 3],
      ['LE11', 1],
    ]);
    expect(districts[0]).toMatchObject(degrees(458_250, 304_250));
    expect((await findPostcodeDistricts(open.db, 'L1', 10)).map((each) => each.sector)).toEqual(['L1']);
  });

  it('of the starter stand in where there are no postcodes', async () => {
    const starter = { patch: 'kirklees', lon: 0, lat: 53, easting: 1, northing: 1, postcodes: 9 };
    await replaceSectors(open.db, [
      { sector: 'LE10 0', ...starter },
      { sector: 'LE10 9', ...starter },
      { sector: 'HD1 1', ...starter },
    ]);
    const sectors = await findSectors(open.db, 'LE10', 10);
    expect(sectors.map(({ sector, patch }) => [sector, patch])).toEqual([
      ['LE1 0', ''],
      ['LE10 0', 'leicestershire'],
      ['LE10 1', ''],
      ['LE10 9', 'kirklees'],
    ]);
    expect(await findPostcodeDistricts(open.db, 'HD1', 10)).toEqual([
      { sector: 'HD1', patch: 'kirklees', lon: 0, lat: 53, postcodes: 9 },
    ]);
  });
});
