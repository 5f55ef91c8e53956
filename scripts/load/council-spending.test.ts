import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilSpending } from './council-spending.ts';
import { councilSpendingWorkbook } from './council-spending-workbook.ts';
import { SampleFolder } from './files/file-sample.ts';
import { BadFileError, type Rejection } from './files/found-file.ts';
import { workbookSample } from './files/zip-sample.ts';
import { readAll } from './ground-sample.ts';
import { councilsToday } from './money/councils-today.ts';
import { moneyOf } from './money/money-of.ts';

const TIDY = `year,ecode,ons_code,authority,class,cultural_and_related_net_current_gbp000,total_service_net_current_gbp000
2010-11,E2421,,Leicestershire,SC,15712,1
2012-13,E2421,,Leicestershire CC,SC,11351,1
2017-18,E2421,E10000018,Leicestershire CC,SC,"11,697",1
2010-11,E2402,,Rutland UA,UA,1618.4,1
2010-11,E4502,,Gateshead,MD,900,1
2014-15,E4502,E08000020,Gateshead,MD,-12,1
2010-11,E2721,,North Yorkshire CC,SC,10,1
2010-11,E6024,,Leicestershire Police Authority,O,0,1
2010-11,E0801,,Cornwall UA,UA,,1
2010,E0801,,Cornwall UA,UA,5,1
2010-11,E0802,,Cornwall UA,UA,26849,1
`;
const district = (
  code: string,
  name: string,
  patch: string,
  county: readonly [string, string] = [code, name],
) => ({
  code,
  name,
  authorityCode: county[0],
  authorityName: county[1],
  patch,
});
const DISTRICTS = [
  district('E07000129', 'Blaby', 'leicestershire', ['E10000018', 'Leicestershire']),
  district('E06000017', 'Rutland', 'leicestershire'),
  district('E08000037', 'Gateshead', 'gateshead'),
  district('E06000065', 'North Yorkshire', 'north-yorkshire'),
  district('E06000052', 'Cornwall', 'cornwall'),
];

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('the tidy table of spending', () => {
  it('gives years and thousands of pounds, and rejects what is neither', async () => {
    const file = await folder.file('money.csv', TIDY);
    expect(councilSpending.recognise(file.head)).toBe(true);
    const { rows, rejected } = await readAll(councilSpending, file);
    expect(rows[2]).toEqual({
      row: 4,
      year: '2017-18',
      ecode: 'E2421',
      onsCode: 'E10000018',
      authority: 'Leicestershire CC',
      authorityClass: 'SC',
      gbpThousand: 11_697,
    });
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [10, 'cultural_and_related_net_current_gbp000'],
      [11, 'year'],
    ]);
  });

  it('finds councils of today by code, by the code of another year, and by name where codes have changed', async () => {
    const { rows } = await readAll(councilSpending, await folder.file('money.csv', TIDY));
    const rejected: Rejection[] = [];
    const councils = councilsToday(DISTRICTS, (code) => code !== 'E06000052');
    const { money, elsewhere, leftOut } = moneyOf(rows, councils, (each) => rejected.push(each));
    expect(
      money.map((row) => [row.authority, row.authorityCode, row.patch, row.year, row.netCurrentGbpThousand]),
    ).toEqual([
      ['Rutland', 'E06000017', 'leicestershire', '2010-11', 1618],
      ['Gateshead', 'E08000037', 'gateshead', '2010-11', 900],
      ['Gateshead', 'E08000037', 'gateshead', '2014-15', -12],
      ['Leicestershire', 'E10000018', 'leicestershire', '2010-11', 15_712],
      ['Leicestershire', 'E10000018', 'leicestershire', '2012-13', 11_351],
      ['Leicestershire', 'E10000018', 'leicestershire', '2017-18', 11_697],
    ]);
    expect(elsewhere).toBe(1);
    expect(Object.values(leftOut)).toEqual([1]);
    // The county is not the unitary council of the same name, which spends on what its districts did.
    expect(rejected).toMatchObject([{ row: 8, problem: expect.stringMatching(/none of today/) }]);
  });

  it('keeps the first of two figures for one council and year, and says so where they differ', () => {
    const row = {
      row: 2,
      year: '2010-11',
      ecode: 'E2402',
      onsCode: 'E06000017',
      authority: 'Rutland',
      authorityClass: 'UA',
    };
    const rejected: Rejection[] = [];
    const rows = [1618, 1618.3, 1700].map((gbpThousand) => ({ ...row, gbpThousand }));
    const { money } = moneyOf(
      rows,
      councilsToday(DISTRICTS, () => true),
      (each) => rejected.push(each),
    );
    expect(money.map((each) => each.netCurrentGbpThousand)).toEqual([1618]);
    expect(rejected.map((each) => each.problem)).toEqual([
      'Rutland has 1618 and 1700 for 2010-11: the first is used.',
    ]);
  });
});

describe('the workbook of spending', () => {
  const SHEET = 'RS LA Data 2017-18';
  const rows = (unit = 'Net current expenditure (£ thousand)') => [
    ['Revenue Outturn (RO) 2017-18: Revenue Outturn Summary (RS) data'],
    [unit],
    [null, null, null, null, null, 190, 509],
    [null, null, null, null, null, 'Service Expenditure', null],
    [
      'E-code',
      'ONS Code',
      'Local authority',
      null,
      'Class',
      'Education services',
      'Cultural and related services',
    ],
    ['E2421', 'E10000018', 'Leicestershire', null, 'SC', 1, 11_697.2],
    [null, null, 'ENGLAND', null, null, 1, 99_999],
    ['E2402', 'E06000017', 'Rutland UA', null, 'UA', 1, '…'],
  ];

  it('has its year above the table and its figure under a header of several rows', async () => {
    const file = await folder.file('rs.xlsx', workbookSample({ 'Front Page': [['Notes']], [SHEET]: rows() }));
    expect(councilSpendingWorkbook.recognise(file.head)).toBe(true);
    const read = await readAll(councilSpendingWorkbook, file);
    expect(read.rows).toEqual([
      {
        row: 6,
        year: '2017-18',
        ecode: 'E2421',
        onsCode: 'E10000018',
        authority: 'Leicestershire',
        authorityClass: 'SC',
        gbpThousand: 11_697.2,
      },
    ]);
    expect(read.rejected).toMatchObject([{ row: 8, column: 'Cultural and related services' }]);
  });

  it('is refused where it does not say that it is in thousand pounds, or lacks the column', async () => {
    const million = await folder.file(
      'm.xlsx',
      workbookSample({ [SHEET]: rows('Net current expenditure (£ million)') }),
    );
    const cut = await folder.file(
      'c.xlsx',
      workbookSample({ [SHEET]: rows().map((cells) => cells.slice(0, 6)) }),
    );
    for (const [file, why] of [
      [million, 'in £ thousand'],
      [cut, 'no row has the columns'],
    ] as const) {
      const error = await readAll(councilSpendingWorkbook, file).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BadFileError);
      expect(String(error)).toContain(why);
    }
  });

  it('leaves other workbooks alone', async () => {
    const other = await folder.file('o.xlsx', workbookSample({ Venues: [['Name']] }));
    expect(councilSpendingWorkbook.recognise(other.head)).toBe(false);
  });
});
