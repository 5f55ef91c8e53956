import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { censusAge } from './census-age.ts';
import { censusDisability } from './census-disability.ts';
import { percentLsoa, percentMsoa } from './census-percent.ts';
import { censusTenure } from './census-tenure.ts';
import { SampleFolder } from './files/file-sample.ts';
import type { SourceFile } from './files/found-file.ts';
import { readAll } from './ground-sample.ts';
import { AREA_SOURCES } from './world/source-files.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function read<Row>(source: SourceFile<Row>, text: string) {
  const file = await folder.file('table.csv', text);
  expect(AREA_SOURCES.filter((each) => each.recognise(file.head)).map(({ what }) => what)).toEqual([
    source.what,
  ]);
  return readAll(source, file);
}

const PERCENTS =
  'hh_family_composition_4a-002,legal_partnership_status_3a-002,health_in_general_4a-002,health_in_general_4a-003,is_carer_5a-001,number_of_cars_5a-000';

describe('tidied tables of the census', () => {
  it('count residents by age', async () => {
    const { rows, rejected } = await read(
      censusAge,
      'lsoa21_code,Aged 15 years and under,Aged 16 to 24 years,Aged 25 to 34 years,Aged 35 to 49 years,Aged 50 to 64 years,Aged 65 years and over\n' +
        'E01000001,125,110,291,336,245,370\nE01000002,125,,291,336,245,370\n',
    );
    expect(rows).toEqual([{ code: 'E01000001', people: 1477, aged16To24: 110, aged65Over: 370 }]);
    expect(rejected).toMatchObject([{ row: 3, column: 'from16' }]);
  });

  it('count who is disabled, and never more than live there', async () => {
    const { rows, rejected } = await read(
      censusDisability,
      'lsoa21_code,n,total_residents,prop\nE01025611,281,1577,0.178\nE01025612,282,281,1\n',
    );
    expect(rows).toEqual([{ code: 'E01025611', residents: 1577, disabled: 281 }]);
    expect(rejected).toHaveLength(1);
  });

  it('count renting without living rent free and shared ownership', async () => {
    const { rows } = await read(
      censusTenure,
      'lsoa21_code,total_households,Owned: Owns outright,Owned: Owns with a mortgage or loan,Shared ownership: Shared ownership,Social rented: Rents from council or Local Authority,Social rented: Other social rented,Private rented: Private landlord or letting agency,Private rented: Other private rented,Lives rent free\n' +
        'E01000001,837,337,144,4,18,4,280,49,1\n',
    );
    expect(rows).toEqual([{ code: 'E01000001', households: 837, renting: 351 }]);
  });
});

describe('percentages of the census', () => {
  it('of an LSOA stand only where they cover 80% of its households', async () => {
    const { rows } = await read(
      percentLsoa,
      `lsoa21_code,lsoa21_name,household_coverage,${PERCENTS}\nE01000001,A 001A,0.8,30,50,12,5,91.5,20\nE01000002,A 001B,0.799,30,50,12,5,91.5,20\n`,
    );
    expect(rows).toEqual([
      {
        code: 'E01000001',
        onePerson: 30,
        notMarried: 50,
        fairHealth: 12,
        badHealth: 5,
        unpaidCare: 8.5,
        noCar: 20,
      },
    ]);
  });

  it('of MSOAs are read, an empty cell as not known', async () => {
    const { rows } = await read(percentMsoa, `areacd,${PERCENTS}\nE02000001,51,55.5,8,,94,70\n`);
    expect(rows).toMatchObject([{ code: 'E02000001', badHealth: null, noCar: 70 }]);
  });

  it('of districts are passed over, though they have the same columns', async () => {
    const file = await folder.file('districts.csv', `areacd,${PERCENTS}\nE06000001,33,55.5,8,7,94,70\n`);
    expect(AREA_SOURCES.filter((each) => each.recognise(file.head))).toEqual([]);
  });
});
