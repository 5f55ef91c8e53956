import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codePoint } from './code-point.ts';
import { SampleFolder } from './files/file-sample.ts';
import { zipSample } from './files/zip-sample.ts';
import { readAll } from './ground-sample.ts';
import { openNames, rankedNames } from './open-names.ts';

const UNIT =
  '"LE10 0AA",10,442000,294000,"E92000001","E19000001","E18000004","E10000018","E07000132","E05005483"';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('Code-Point Open', () => {
  it('has no header: it is known by its first postcode', async () => {
    const file = await folder.file(
      'le.csv',
      `${UNIT}\r\n"LE1  1AA",10,458500,304500,"E92000001","","","","E06000016",""\r\n`,
    );
    expect(codePoint.recognise(file.head)).toBe(true);
    const { rows, rejected } = await readAll(codePoint, file);
    expect(rejected).toEqual([]);
    expect(rows).toEqual([
      {
        folded: 'LE100AA',
        easting: 442_000,
        northing: 294_000,
        districtCode: 'E07000132',
        countryCode: 'E92000001',
      },
      {
        folded: 'LE11AA',
        easting: 458_500,
        northing: 304_500,
        districtCode: 'E06000016',
        countryCode: 'E92000001',
      },
    ]);
  });

  it('that ends in the middle of a line ends early, in plain text too', async () => {
    const cuts = ['"LE10 0AB",10,442000', `${UNIT.slice(0, -4)}`, '"LE'];
    for (const [at, cut] of cuts.entries()) {
      const file = await folder.file(`cut${at}.csv`, `${UNIT}\n${cut}`);
      const { rows, rejected } = await readAll(codePoint, file);
      expect(rows).toHaveLength(1);
      expect(rejected).toMatchObject([
        { row: 2, endsEarly: true, problem: expect.stringMatching(/cut short/) },
      ]);
    }
    const whole = await folder.file('whole.csv', `${UNIT}\n${UNIT}`);
    expect((await readAll(codePoint, whole)).rejected).toEqual([]);
  });

  it('rejects a postcode without a position, and reads on', async () => {
    const text = [
      '"AB1 0AA",90,0,0,"S92000003","","S08000020","","S12000033",""',
      UNIT,
      'LE10,10,442000,294000,E92000001,,,,E07000132,',
      '"LE10 0AB",10,442000',
      '"LE10 0AD",10,4420000,294000,"E92000001","","","","E07000132",""',
    ].join('\n');
    const file = await folder.file('le.csv', text);
    expect(codePoint.recognise(file.head)).toBe(true);
    const { rows, rejected } = await readAll(codePoint, file);
    expect(rows).toHaveLength(1);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [1, 'easting'],
      [3, 'postcode'],
      [4, 'postcode'],
      [5, 'easting'],
    ]);
    expect(rejected[0]?.problem).toContain('no position');
  });

  it('is read from the zip of the official product, beside its documents', async () => {
    await folder.write(
      'codepo_gb.zip',
      zipSample([
        {
          name: 'Doc/Code-Point_Open_Column_Headers.csv',
          data: 'PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n',
        },
        { name: 'Data/CSV/le.csv', data: `${UNIT}\n` },
      ]),
    );
    const headers = await folder.find('codepo_gb.zip!Doc/Code-Point_Open_Column_Headers.csv');
    expect(codePoint.recognise(headers.head)).toBe(false);
    const units = await folder.find('codepo_gb.zip!Data/CSV/le.csv');
    expect(codePoint.recognise(units.head)).toBe(true);
    expect((await readAll(codePoint, units)).rows).toHaveLength(1);
  });

  it('with a header of its own is read below it', async () => {
    const file = await folder.file('le.csv', `PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n${UNIT}\n`);
    expect(codePoint.recognise(file.head)).toBe(true);
    const { rows, rejected } = await readAll(codePoint, file);
    expect([rows.length, rejected.length]).toEqual([1, 0]);
  });

  it('cut short keeps what is whole and says that it ends early', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      UNIT.replace('442000', String(400_000 + ((at * 7919) % 90_000))),
    );
    const packed = gzipSync(lines.join('\n'));
    const file = await folder.file('le.csv.gz', packed.subarray(0, packed.length / 2));
    const { rows, rejected } = await readAll(codePoint, file);
    expect(rows.length).toBeGreaterThan(100);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ row: null, endsEarly: true });
  });
});

describe('OS Open Names', () => {
  const official = (name: string, type: string, localType: string, x: number, y: number) =>
    [
      'osgb4000000074564391',
      'http://data.ordnancesurvey.co.uk/id/4000000074564391',
      name,
      '',
      '',
      '',
      type,
      localType,
      x,
      y,
      ...Array<string>(11).fill(''),
      'Blaby',
      '',
      '',
      'Leicestershire',
      ...Array<string>(9).fill(''),
    ].join(',');

  it('gives populated places of the official columns, and no roads', async () => {
    const text = [
      official('Enderby', 'populatedPlace', 'Village', 453_600, 299_400),
      official('Mill Lane', 'transportNetwork', 'Named Road', 453_700, 299_500),
      official('Fosse Park', 'populatedPlace', 'Suburban Area', 453_800.4, 299_600),
    ].join('\n');
    const file = await folder.file('SP59.csv', text);
    expect(openNames.recognise(file.head)).toBe(true);
    expect(rankedNames.recognise(file.head)).toBe(false);
    const { rows } = await readAll(openNames, file);
    expect(rows).toMatchObject([
      { name: 'Enderby', type: 'village', district: 'Blaby', easting: 453_600, northing: 299_400 },
      { name: 'Fosse Park', type: 'area', easting: 453_800 },
    ]);
    expect(rows[0]?.lat).toBeCloseTo(52.588, 2);
  });

  it('is read from the ranked list too, which has no header', async () => {
    const file = await folder.file(
      'names.tsv',
      'Ashford\t\tt\t51.1484\t0.8711\nNowhere\t\tv\t\t0.1\nAshford\tSpelthorne\tt\t51.4329\t-0.462\n',
    );
    expect(rankedNames.recognise(file.head)).toBe(true);
    expect(openNames.recognise(file.head)).toBe(false);
    const { rows, rejected } = await readAll(rankedNames, file);
    expect(rows).toMatchObject([
      { name: 'Ashford', district: '', type: 'town', lon: 0.8711, lat: 51.1484 },
      { name: 'Ashford', district: 'Spelthorne', type: 'town' },
    ]);
    expect(rejected).toMatchObject([{ row: 2 }]);
  });

  it('is not any list of five columns', async () => {
    const file = await folder.file('x.tsv', 'name\tdistrict\ttype\tlat\tlon\nA\tB\tC\t51\t0\n');
    expect(rankedNames.recognise(file.head)).toBe(false);
  });
});
