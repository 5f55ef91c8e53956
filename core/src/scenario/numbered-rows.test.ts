import { expect, it } from 'vitest';
import { NumberedRows } from './numbered-rows.ts';

it('gives rows in the order keys come up, and forgets them at the next start', () => {
  const rows = new NumberedRows(5).start();
  expect([rows.add(4), rows.add(0), rows.add(4), rows.rowOf(0), rows.rowOf(1)]).toEqual([0, 1, 0, 1, -1]);
  expect(rows.count).toBe(2);
  rows.start();
  expect([rows.rowOf(4), rows.count, rows.add(1), rows.rowOf(0)]).toEqual([-1, 0, 0, -1]);
});
