import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from '../files/file-sample.ts';
import { tableSource } from '../table-source.ts';
import { PartTally } from './tally.ts';

const source = tableSource({
  source: 'a-list',
  what: 'a list',
  columns: { code: { is: ['code'] }, name: { is: ['name'] } },
  row: ({ code }) => code,
});

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('what was read', () => {
  it('is whole when every file was read to its end', async () => {
    const tally = new PartTally();
    const rows = await tally.all(source, [await folder.file('a.csv', 'code,name\n1,One\n2\n')]);
    expect(rows).toEqual(['1']);
    expect(tally.isWhole('a-list')).toBe(true);
    expect(tally.damage()).toEqual([]);
  });

  it('takes only the rows that are wanted, and no more than it can hold', async () => {
    const tally = new PartTally();
    const many = Array.from({ length: 5000 }, (_, at) => `${at},x\n`).join('');
    const file = await folder.file('many.csv', `code,name\n${many}`);
    const rows = await tally.all(source, [file], { wants: (code) => Number(code) % 2 === 0, mostRows: 1000 });
    expect(rows).toHaveLength(1000);
    expect(rows.at(-1)).toBe('1998');
    expect(tally.files[0]).toMatchObject({ read: 2000, elsewhere: 1000, kept: 1000, incomplete: true });
    expect(tally.damage()).toEqual([expect.stringMatching(/^many\.csv has more than 1,000 rows/)]);
  });

  it('does not say all where a row is rejected, and has failed where all are or there is none', async () => {
    const read = async (label: string, text: string) => {
      const tally = new PartTally();
      await tally.all(source, [await folder.file(label, text)]);
      return [tally.saysAll('a-list'), tally.isWhole('a-list'), tally.damage()];
    };
    expect(await read('good.csv', 'code,name\n1,One\n')).toEqual([true, true, []]);
    expect(await read('one.csv', 'code,name\n1,One\n2\n')).toEqual([false, true, []]);
    expect(await read('all.csv', 'code,name\n1\n2\n')).toEqual([
      false,
      false,
      [expect.stringMatching(/^all\.csv: none of its rows can be used \(it has 1 cells/)],
    ]);
    expect(await read('none.csv', 'code,name\n')).toEqual([
      false,
      false,
      [expect.stringMatching(/^none\.csv has no row/)],
    ]);
  });

  it('names the files that were not, and keeps what was good', async () => {
    const tally = new PartTally();
    const files = [
      await folder.file('cut.csv', 'code,name\n1,One\n2'),
      await folder.file('open.csv', 'code,name\n3,Three\n4,"Four\n'),
      await folder.file('wrong.csv', 'id,label\n5,Five\n'),
      await folder.file('whole.csv', 'code,name\n6,Six\n'),
    ];
    expect(await tally.all(source, files)).toEqual(['1', '3', '6']);
    expect(tally.isWhole('a-list')).toBe(false);
    expect(tally.damage()).toEqual([
      expect.stringMatching(/^cut\.csv: the file ends in the middle of this row/),
      expect.stringMatching(/^open\.csv cannot be read beyond row 2/),
      expect.stringMatching(/^wrong\.csv has not the columns that are needed/),
    ]);
  });
});
