import { expect, it } from 'vitest';
import { patchName, reportFileName } from './report-file.ts';

it('names a file by its map and the day of the reader', () => {
  expect(reportFileName('kirklees', new Date(2026, 0, 5))).toBe('kith-cuts-kirklees-2026-01-05.csv');
});

it('names a map in words', () => {
  expect(patchName('brighton-and-hove')).toBe('Brighton & Hove');
});
