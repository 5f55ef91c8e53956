import { expect, it } from 'vitest';
import { reportFileName } from './report-file.ts';

it('names a file by its map and the day of the reader', () => {
  expect(reportFileName('kirklees', new Date(2026, 0, 5))).toBe('kith-cuts-kirklees-2026-01-05.csv');
});
