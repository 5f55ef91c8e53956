import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './files/file-sample.ts';
import { BadFileError } from './files/found-file.ts';
import { readAll } from './ground-sample.ts';
import { nomisBulk } from './nomis-bulk.ts';

const AREA = 'date,geography,geography code';
const HEALTH =
  'General health: Total: All usual residents,General health: Very good health,General health: Good health,General health: Fair health,General health: Bad health,General health: Very bad health';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function read(text: string) {
  const file = await folder.file('table.csv', text);
  const sources = nomisBulk.filter((source) => source.recognise(file.head));
  expect(sources).toHaveLength(1);
  const [source] = sources;
  if (source === undefined) throw new BadFileError('not recognised');
  return { source: source.source, ...(await readAll(source, file)) };
}

describe('bulk tables of Nomis', () => {
  it('TS037: bad health is bad and very bad, and good is not "very good"', async () => {
    const { source, rows } = await read(`${AREA},${HEALTH}\n2021,Blaby 008B,E01025611,100,40,30,20,6,4\n`);
    expect(source).toBe('census-2021-percent');
    expect(rows).toEqual([{ table: 'ts037', code: 'E01025611', total: 100, counts: { fair: 20, bad: 10 } }]);
  });

  it('are read by the meaning of their columns, in any order', async () => {
    const { rows } = await read(
      'General health: Very bad health,geography code,General health: Fair health,geography,General health: Good health,General health: Total: All usual residents,date,General health: Bad health,General health: Very good health\n' +
        '4,E01025611,20,Blaby 008B,30,100,2021,6,40\n',
    );
    expect(rows).toMatchObject([{ total: 100, counts: { fair: 20, bad: 10 } }]);
  });

  it('TS002: the married are those in a marriage or partnership, not those separated', async () => {
    const topic = 'Marital and civil partnership status';
    const { rows } = await read(
      `${AREA},${topic}: Total; measures: Value,${topic}: Never married and never registered a civil partnership; measures: Value,${topic}: Married or in a registered civil partnership; measures: Value,` +
        `${topic}: Married or in a registered civil partnership: Married; measures: Value,"${topic}: Separated, but still legally married or still legally in a civil partnership; measures: Value"\n` +
        '2021,Blaby 008B,E01025611,100,38,55,54,7\n',
    );
    expect(rows).toMatchObject([{ table: 'ts002', total: 100, counts: { married: 55 } }]);
  });

  it('TS003: households of one person are not counted twice', async () => {
    const topic = 'Household composition';
    const { rows } = await read(
      `${AREA},${topic}: Total; measures: Value,${topic}: One-person household; measures: Value,${topic}: One-person household: Aged 66 years and over; measures: Value,${topic}: One-person household: Other; measures: Value,${topic}: Single family household; measures: Value\n` +
        '2021,Blaby 008B,E01025611,50,20,12,8,30\n',
    );
    expect(rows).toMatchObject([{ table: 'ts003', total: 50, counts: { onePerson: 20 } }]);
  });

  it('TS007A: 65 and over is made of its bands; 16 to 24 cannot be', async () => {
    const bands = ['4 years and under', '5 to 9 years', '10 to 14 years', '15 to 19 years', '20 to 24 years'];
    const old = ['65 to 69 years', '70 to 74 years', '75 to 79 years', '80 to 84 years', '85 years and over'];
    const header = ['Total', ...bands.map((band) => `Aged ${band}`), ...old.map((band) => `Aged ${band}`)];
    const { source, rows } = await read(
      `${AREA},${header.map((name) => `Age: ${name}`).join(',')}\n2021,Blaby 008B,E01025611,99,1,2,3,4,5,10,20,30,40,50\n`,
    );
    expect(source).toBe('census-2021-age');
    expect(rows).toMatchObject([
      { table: 'ts007a', total: 99, counts: { aged16To24: null, aged65Over: 150 } },
    ]);
  });

  it('single years of age make up 16 to 24', async () => {
    const ages = [16, 17, 18, 19, 20, 21, 22, 23, 24].map((age) => `Age: Aged ${age} years`);
    const { rows } = await read(
      `${AREA},Age: Total,Age: Aged 15 years,${ages.join(',')},Age: Aged 25 years\n2021,Blaby 008B,E01025611,99,100,1,1,1,1,1,1,1,1,1,100\n`,
    );
    expect(rows).toMatchObject([{ counts: { aged16To24: 9 } }]);
  });

  it.each([
    [
      'ts038',
      'Disability: Total: All usual residents,Disability: Disabled under the Equality Act,Disability: Disabled under the Equality Act: Day-to-day activities limited a lot,Disability: Not disabled under the Equality Act',
      '1577,281,100,1296',
      'disabled',
      281,
    ],
    [
      'ts039',
      'Provision of unpaid care: Total: All usual residents aged 5 and over,Provision of unpaid care: Provides no unpaid care,Provision of unpaid care: Provides 19 hours or less unpaid care a week',
      '90,80,10',
      'noCare',
      80,
    ],
    [
      'ts045',
      'Number of cars or vans: Total: All households,Number of cars or vans: No cars or vans in household,Number of cars or vans: 1 car or van in household',
      '60,15,45',
      'noCar',
      15,
    ],
    [
      'ts054',
      'Tenure of household: Total: All households,Tenure of household: Owned,Tenure of household: Shared ownership,Tenure of household: Social rented,Tenure of household: Social rented: Other social rented,Tenure of household: Private rented,Tenure of household: Lives rent free',
      '60,30,1,15,15,12,2',
      'renting',
      27,
    ],
  ])('%s', async (table, columns, cells, count, expected) => {
    const { rows } = await read(`${AREA},${columns}\n2021,Blaby 008B,E01025611,${cells}\n`);
    expect(rows).toMatchObject([{ table, counts: { [count]: expected } }]);
  });

  it('of MSOAs are read too; those of districts and output areas are passed over', async () => {
    const { rows } = await read(`${AREA},${HEALTH}\n2021,Blaby 008,E02005348,100,40,30,20,6,4\n`);
    expect(rows).toMatchObject([{ code: 'E02005348' }]);
    for (const code of ['E07000129', 'E00130031', 'E12000004']) {
      const file = await folder.file(
        `${code}.csv`,
        `${AREA},${HEALTH}\n2021,There,${code},100,40,30,20,6,4\n`,
      );
      expect(nomisBulk.filter((source) => source.recognise(file.head))).toEqual([]);
    }
  });

  it('of other subjects are not theirs', async () => {
    const file = await folder.file(
      'sex.csv',
      `${AREA},Sex: All persons; measures: Value,Sex: Female; measures: Value\n2021,Blaby 008B,E01025611,100,51\n`,
    );
    expect(nomisBulk.filter((source) => source.recognise(file.head))).toEqual([]);
  });

  it('say which row has no count, and go on', async () => {
    const { rows, rejected } = await read(
      `${AREA},${HEALTH}\n2021,One,E01025611,100,40,30,c,6,4\n2021,Two,E01025612,100,40,30,20,6,4\n`,
    );
    expect(rows).toHaveLength(1);
    expect(rejected).toMatchObject([{ row: 2, column: 'General health: Fair health' }]);
  });

  it('without a total are refused as a whole', async () => {
    const columns = HEALTH.split(',').slice(1).join(',');
    await expect(read(`${AREA},${columns}\n2021,One,E01025611,40,30,20,6,4\n`)).rejects.toThrow(
      'no column of totals',
    );
  });
});
