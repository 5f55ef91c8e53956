import { expect, it } from 'vitest';
import {
  broughtLine,
  cameLine,
  fileLine,
  leftOutUnlisted,
  leftOutWhere,
  planLines,
  takenBackLine,
  unlistedProblems,
} from './sheet-words.ts';

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

it('says what became of the rows that waited once an import is taken back, and what to do', () => {
  const counts = { added: 1, changed: 0, same: 0, waiting: 5, leftOut: 0 };
  expect(takenBackLine({ ...counts, withdrawn: 4 })).toBe(
    'The 4 rows that waited for stewards are withdrawn. Bring the file again to import it.',
  );
  expect(takenBackLine({ ...counts, withdrawn: 1 })).toBe(
    'The row that waited for stewards is withdrawn. Bring the file again to import it.',
  );
  for (const none of [{ ...counts, withdrawn: 0 }, counts, null]) {
    expect(takenBackLine(none)).toBe('Bring the file again to import it.');
  }
});

it('says whose a file is', () => {
  expect(broughtLine({ by: 'a steward', own: true })).toBe('brought by you');
  expect(broughtLine({ by: 'Enderby volunteers', own: false })).toBe('brought by Enderby volunteers');
});

it('says where a row was left out, and how many are not listed', () => {
  expect(leftOutWhere({ row: 4, header: 'Post code' })).toBe('Row 4, Post code');
  expect(leftOutWhere({ row: 4, header: '' })).toBe('Row 4');
  const leftOut = [1, 1, 2].map((row) => ({ row, header: '', problem: 'None.' }));
  const counts = { added: 0, changed: 0, same: 0, waiting: 0, leftOut: 9 };
  expect(leftOutUnlisted({ leftOut, counts })).toBe(7);
  expect(leftOutUnlisted({ leftOut: [], counts: null })).toBe(0);
});

it('tells rows to put right that are not listed yet from things only to know', () => {
  const one = { column: null, header: '', value: '', problem: '', todo: '' };
  const problems = [
    { ...one, row: 2, weight: 'out' },
    { ...one, row: 3, weight: 'out', twice: true },
    { ...one, row: 4, weight: 'note' },
  ] as const;
  const counts = { ...NONE, leftOut: 2, duplicate: 1, notes: 121 };
  expect(unlistedProblems({ problems, counts })).toEqual({ out: 0, notes: 120 });
  expect(unlistedProblems({ problems, counts: { ...counts, leftOut: 5, notes: 1 } })).toEqual({
    out: 3,
    notes: 0,
  });
});
