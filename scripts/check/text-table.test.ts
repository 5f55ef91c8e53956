import { expect, it } from 'vitest';
import { textTable } from './text-table.ts';

it('puts numbers to the right and words to the left, each as wide as its column', () => {
  const table = textTable(
    ['name', 'rows'],
    [
      ['Libraries', 1059],
      ['Bus', 7],
    ],
  );
  expect(table.split('\n')).toEqual([
    'name        rows',
    '---------  -----',
    'Libraries  1,059',
    'Bus            7',
  ]);
});

it('stands without rows', () => {
  expect(textTable(['name', 'n'], [])).toBe('name  n\n----  -');
});
