import { expect, it } from 'vitest';
import { fileName, publishedRow } from './published.ts';

it.each([
  ['postcodes/codepoint_open_bd.csv.gz', 'codepoint_open_bd.csv.gz'],
  ['home/ann/files.zip/Data/CSV/bd.csv', 'bd.csv'],
  ['C:\\Users\\Ann\\bd.csv', 'bd.csv'],
  ['bd.csv', 'bd.csv'],
])('%s is called %s, whatever folders it lay in', (label, name) => {
  expect(fileName(label)).toBe(name);
});

it('a row quotes no more of a file than finds the cell', () => {
  const row = {
    source: 's',
    file: 'a/b.csv',
    row: 3,
    column: 'c',
    problem: `"${'x'.repeat(200)}" is no date.`,
  };
  expect(publishedRow(row)).toEqual({ ...row, file: 'b.csv', problem: `"${'x'.repeat(40)}…" is no date.` });
  const short = { ...row, problem: '"eleven" is no date.' };
  expect(publishedRow(short).problem).toBe('"eleven" is no date.');
});
