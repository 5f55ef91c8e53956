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
