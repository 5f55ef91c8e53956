import { expect, it } from 'vitest';
import { cameLine, fileLine, planLines } from './sheet-words.ts';

const csv = {
  format: 'csv',
  encoding: 'Windows-1252',
  between: 'semicolons',
  sheet: null,
  why: null,
  sheets: [],
} as const;

const SHEETS = [
  { name: 'Venues', rows: 1 },
  { name: 'Notes', rows: 9 },
];

const NONE = {
  rows: 0,
  new: 0,
  changed: 0,
  same: 0,
  ask: 0,
  duplicate: 0,
  noPlaces: 0,
  sentBefore: 0,
  leftOut: 0,
  notes: 0,
  waiting: 0,
  conflicts: 0,
};

it('says how a file came', () => {
  expect(fileLine({ file: csv, rows: 1_200 })).toBe(
    'A CSV file in Windows-1252, with semicolons between cells; 1,200 rows.',
  );
  expect(fileLine({ file: { ...csv, format: 'xlsx', sheet: 'Venues', sheets: SHEETS }, rows: 1 })).toBe(
    'An Excel file, its sheet “Venues”; 1 other sheet is left out; 1 row.',
  );
});

it('says what would happen and what came of it, and never a nought', () => {
  const counts = {
    ...NONE,
    rows: 9,
    new: 1,
    same: 2,
    ask: 3,
    leftOut: 6,
    duplicate: 1,
    noPlaces: 2,
    notes: 1,
  };
  expect(planLines({ counts })).toEqual([
    { outcome: 'new', line: '1 new place' },
    { outcome: 'same', line: '2 as they are already' },
    { outcome: null, line: '3 rows that may be a place that is there: say which' },
    { outcome: 'duplicate', line: '1 row in the file twice, and left out' },
    { outcome: null, line: '2 rows are not places: headings, totals, notes' },
    { outcome: null, line: '3 rows left out until put right' },
  ]);
  expect(planLines({ counts: { ...NONE, changed: 3, waiting: 2, conflicts: 1 } }).at(-1)?.line).toBe(
    '2 rows go to a steward first, 1 of them since somebody has said otherwise',
  );
  expect(cameLine({ added: 2, changed: 0, same: 0, waiting: 1, leftOut: 0 })).toBe(
    '2 added and 1 sent to the stewards.',
  );
  expect(cameLine({ added: 0, changed: 0, same: 0, waiting: 0, leftOut: 0 })).toBe('Nothing was changed.');
});
