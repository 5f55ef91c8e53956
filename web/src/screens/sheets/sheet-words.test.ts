import { expect, it } from 'vitest';
import { cameLine, fileLine, planLines } from './sheet-words.ts';

const csv = {
  format: 'csv',
  encoding: 'Windows-1252',
  between: 'semicolons',
  sheet: null,
  otherSheets: [],
} as const;

it('says how a file came', () => {
  expect(fileLine({ file: csv, rows: 1_200 })).toBe(
    'A CSV file in Windows-1252, with semicolons between cells; 1,200 rows.',
  );
  expect(
    fileLine({ file: { ...csv, format: 'xlsx', sheet: 'Venues', otherSheets: ['Notes'] }, rows: 1 }),
  ).toBe('An Excel file, its sheet “Venues”; 1 other sheet is left out; 1 row.');
});

it('says what would happen and what came of it, and never a nought', () => {
  const counts = { rows: 9, new: 1, changed: 0, same: 2, ask: 3, leftOut: 3, notes: 1 };
  expect(planLines({ counts })).toEqual([
    '1 new place',
    '2 as they are already',
    '3 rows that may be a place that is there: say which',
    '3 rows left out until put right',
  ]);
  expect(cameLine({ added: 2, changed: 0, same: 0, waiting: 1, leftOut: 0 })).toBe(
    '2 added and 1 sent to the stewards.',
  );
  expect(cameLine({ added: 0, changed: 0, same: 0, waiting: 0, leftOut: 0 })).toBe('Nothing was changed.');
});
