import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folded, hasColumns } from './columns.ts';
import { SampleFolder } from './file-sample.ts';
import type { FoundFile, Rejection } from './found-file.ts';
import { readHeaderless, readTable, type TableOptions } from './read-table.ts';
import { workbookSample } from './zip-sample.ts';

const COLUMNS = {
  code: { is: ['LSOA21CD', 'lsoa21_code'] },
  decile: { is: [/^indexofmultipledeprivationimddecile/, 'IMD_decile'] },
  note: { is: ['note'], optional: true },
} as const;

async function read(file: FoundFile, options: TableOptions = {}) {
  const rejected: Rejection[] = [];
  const rows = [];
  for await (const batch of readTable(file, COLUMNS, (each) => rejected.push(each), options))
    rows.push(...batch);
  return { rows, rejected };
}

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('a table', () => {
  it('has its columns found by meaning, in any order and spelling', async () => {
    const file = await folder.file(
      'iod.csv',
      '"Other","Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)","LSOA21_CD"\nx, 8 ,E01025611\n',
    );
    expect(hasColumns(file.head, COLUMNS)).toBe(true);
    expect((await read(file)).rows).toEqual([
      { row: 2, cells: { code: 'E01025611', decile: '8', note: '' } },
    ]);
  });

  it('may have a title above its header', async () => {
    const file = await folder.file(
      'titled.csv',
      'Deprivation in 2025\n\nSource: a ministry,,\nlsoa21_code,IMD_decile,Note\nE1,3,"a, b"\n',
    );
    expect(hasColumns(file.head, COLUMNS)).toBe(true);
    expect((await read(file)).rows).toEqual([{ row: 5, cells: { code: 'E1', decile: '3', note: 'a, b' } }]);
  });

  it('counts rows as a spreadsheet does: empty ones and those of several lines count once', async () => {
    const file = await folder.file(
      't.csv',
      'lsoa21_code,IMD_decile,note\r\nE1,1,"one\r\ntwo"\r\n\r\nE2,2,\r\n',
    );
    expect((await read(file)).rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('rejects rows that do not fit its header and goes on', async () => {
    const file = await folder.file('t.csv', 'note,lsoa21_code,IMD_decile\na,E1,1\na, b,E2,2\na\na,E3,3,,\n');
    const { rows, rejected } = await read(file);
    expect(rows.map(({ cells }) => cells.code)).toEqual(['E1', 'E3']);
    expect(rejected).toEqual([
      {
        row: 3,
        column: null,
        problem: expect.stringMatching(/4 cells where the header has 3.*quotation marks/),
      },
      { row: 4, column: null, problem: expect.stringMatching(/1 cells where the header has 3: the rest/) },
    ]);
  });

  it('may be a sheet of a workbook: the first that has the columns, or the one asked for', async () => {
    const data = [
      ['A title', null],
      ['LSOA21CD', 'IMD_decile'],
      ['E1', 7],
    ];
    const book = await folder.file(
      'book.xlsx',
      workbookSample({ Notes: [['Read me']], Data: data, More: [...data, ['E2', 9]] }),
    );
    expect((await read(book)).rows).toEqual([{ row: 3, cells: { code: 'E1', decile: '7', note: '' } }]);
    expect((await read(book, { sheet: /^more$/i })).rows).toHaveLength(2);
    await expect(read(book, { sheet: 'Lost' })).rejects.toThrow(
      'book.xlsx has no sheet "Lost". Its sheets are: Notes, Data, More.',
    );
    const other = await folder.file('other.xlsx', workbookSample({ Notes: [['Read me']] }));
    await expect(read(other)).rejects.toThrow(
      /No sheet of other\.xlsx has the columns LSOA21CD.*Its sheets are: Notes/,
    );
  });

  it('without a header gives plain rows, with tabs and lone quotation marks too', async () => {
    const plain = [];
    const reject = () => expect.unreachable();
    const names = await folder.file(
      'names.tsv',
      'Rutland\tt\t52.6\n"Ratae" Leicester\tc\t52.6\n5" Hill\tv\t52\n',
    );
    for await (const rows of readHeaderless(names, reject)) plain.push(...rows);
    expect(plain.map(({ row, cells }) => [row, cells[0], cells.length])).toEqual([
      [1, 'Rutland', 3],
      [2, '"Ratae" Leicester', 3],
      [3, '5" Hill', 3],
    ]);
  });

  it('is split as the whole-file parser splits it, wherever the pieces end', async () => {
    const words = ['', 'plain', '"a, b"', '"two\nlines"', '"a ""mark"""', ' space ', 'é'];
    const lines = Array.from({ length: 400 }, (_, at) =>
      [0, 1, 2].map((shift) => words[(at * 7 + shift * at + shift) % words.length]).join(','),
    );
    const text = `x,y,z\n${lines.join('\n')}\n`;
    const bytes = Buffer.from(text);
    const file = await folder.file('t.csv', text);
    const whole = (parse(text) as string[][]).map((cells) => cells.map((cell) => cell.trim()));
    for (const size of [5, 61, 100_000]) {
      const cut: FoundFile = {
        ...file,
        async *open() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        },
      };
      const rows: (readonly string[])[] = [];
      for await (const batch of readHeaderless(cut, () => expect.unreachable()))
        rows.push(...batch.map(({ cells }) => cells));
      expect(rows).toEqual(whole);
    }
  });
});

describe('the name of a column', () => {
  it('is compared without capitals, marks and accents', () => {
    expect(folded(' LSOA21_CD ')).toBe(folded('lsoa21 cd'));
    expect(folded('Cafés (number of)')).toBe('cafesnumberof');
  });
});
