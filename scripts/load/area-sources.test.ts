import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorityLookup } from './authority-lookup.ts';
import { brcLoneliness } from './brc-loneliness.ts';
import { SampleFolder } from './files/file-sample.ts';
import type { SourceFile } from './files/found-file.ts';
import { readAll } from './ground-sample.ts';
import { indicesOfDeprivation } from './iod.ts';
import { lsoaCentroids } from './lsoa-centroids.ts';
import { regionLookup } from './region-lookup.ts';
import { ruralUrban } from './rural-urban.ts';
import { wardLookup } from './ward-lookup.ts';
import { AREA_SOURCES } from './world/source-files.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function read<Row>(source: SourceFile<Row>, text: string) {
  const file = await folder.file('table.csv', text);
  // Found by what it holds, and taken for nothing else.
  expect(AREA_SOURCES.filter((each) => each.recognise(file.head)).map(({ what }) => what)).toEqual([
    source.what,
  ]);
  return readAll(source, file);
}

describe('centroids of areas', () => {
  it('are read from the official file, which begins with a byte-order mark', async () => {
    const { rows, rejected } = await read(
      lsoaCentroids,
      '\uFEFFFID,LSOA21CD,GlobalID,x,y\r\n1,E01025611,38ad8fe8,456546.7,296904.0\r\n2,W01000003,5c7,315000.5,180000\r\n3,oops,5c8,1,2\r\n4,E01025612,5c9,,2\r\n',
    );
    expect(rows).toEqual([
      { code: 'E01025611', easting: 456546.7, northing: 296904 },
      { code: 'W01000003', easting: 315000.5, northing: 180000 },
    ]);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [4, 'code'],
      [5, 'x'],
    ]);
  });

  it('in degrees are refused, not taken for metres', async () => {
    const { rows, rejected } = await read(lsoaCentroids, 'LSOA21CD,x,y\nE01025611,-1.16,52.56\n');
    expect(rows).toEqual([]);
    expect(rejected[0]?.problem).toContain('British National Grid');
  });
});

describe('the rural-urban class', () => {
  it.each([
    [
      'LSOA21CD,LSOA21NM,RUC21CD,RUC21NM,Urban_rural_flag\n',
      'E01000001,City 001A,RSN1,Smaller rural: Nearer,Rural',
    ],
    [
      '"lsoa21_code","ruc21_code","classification","ruc"\n',
      '"E01000001","RSN1","Smaller rural: Nearer","Rural"',
    ],
  ])('is read from either layout', async (header, row) => {
    const { rows } = await read(ruralUrban, `${header}${row}\n`);
    expect(rows).toEqual([{ code: 'E01000001', ruralUrban: 'rural', words: 'Smaller rural: Nearer' }]);
  });

  it('of 2011 is refused', async () => {
    const { rejected } = await read(
      ruralUrban,
      'LSOA21CD,RUC21CD,RUC21NM\nE01000001,A1,Urban major conurbation\n',
    );
    expect(rejected[0]?.problem).toContain('"A1"');
  });
});

describe('look-ups', () => {
  it('give the ward and district of an area, whatever the order and the year of the columns', async () => {
    const { rows } = await read(
      wardLookup,
      'WD25NM,WD25CD,LAD25NM,LAD25CD,LSOA21NM,LSOA21CD,ObjectId\nEnderby,E05005441,Blaby,E07000129,Blaby 008B,E01025611,1\n',
    );
    expect(rows).toEqual([
      {
        code: 'E01025611',
        name: 'Blaby 008B',
        ward: 'Enderby',
        district: 'Blaby',
        districtCode: 'E07000129',
      },
    ]);
    const file = await folder.file('older.csv', 'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n');
    expect(wardLookup.edition?.(file.head)).toBe('2024');
  });

  it.each([['ltla23_code,ltla23_name,utla23_code,utla23_name'], ['LAD23CD,LAD23NM,CTYUA23CD,CTYUA23NM']])(
    'give the county of a district: %s',
    async (header) => {
      const { rows } = await read(authorityLookup, `${header}\nE07000129,Blaby,E10000018,Leicestershire\n`);
      expect(rows).toEqual([
        { districtCode: 'E07000129', authorityCode: 'E10000018', authorityName: 'Leicestershire' },
      ]);
    },
  );

  it('give the region of a district', async () => {
    const { rows, rejected } = await read(
      regionLookup,
      'ltla24_name,ltla24_code,region24_name,region24_code\nBlaby,E07000129,East Midlands,E12000004\nBlaby,E07000129,East Midlands,\n',
    );
    expect(rows).toEqual([
      { districtCode: 'E07000129', regionCode: 'E12000004', regionName: 'East Midlands' },
    ]);
    expect(rejected).toHaveLength(1);
  });
});

describe('the Indices of Deprivation', () => {
  it('are read by the long headings of File 7', async () => {
    const { rows, rejected } = await read(
      indicesOfDeprivation,
      'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Index of Multiple Deprivation (IMD) Score,' +
        'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),' +
        'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Income Decile (where 1 is most deprived 10% of LSOAs)\n' +
        'E01025611,Blaby 008B,E07000129,9.1,"26,607",8,3\nE01025612,Blaby 008C,E07000129,9.1,1,11,3\n',
    );
    expect(rows).toEqual([{ code: 'E01025611', decile: 8, rank: 26_607 }]);
    expect(rejected).toMatchObject([{ row: 3, column: 'decile' }]);
  });

  it('are read from the tidied table', async () => {
    const { rows } = await read(
      indicesOfDeprivation,
      '"lsoa21_code","IMD_decile","Income_decile","IMD_rank"\n"E01025611",8,3,26607\n',
    );
    expect(rows).toEqual([{ code: 'E01025611', decile: 8, rank: 26_607 }]);
  });
});

describe('modelled loneliness', () => {
  it('keeps its percentages and refuses what is none', async () => {
    const { rows, rejected } = await read(
      brcLoneliness,
      'lsoa21_code,perc,deciles\nE01000001,23.2768711275874,4\nE01000002,230,4\n',
    );
    expect(rows).toEqual([{ code: 'E01000001', percent: 23.2768711275874 }]);
    expect(rejected).toMatchObject([{ row: 3, column: 'percent' }]);
  });
});
