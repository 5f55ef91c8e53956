import { headerWords } from '@kith/core/sheet/header-row';
import { DAY_MEANINGS, type Meaning } from '@kith/core/sheet/meanings';
import { type About, type RowCells, readCells } from '@kith/core/sheet/read-cells';
import type { Cells, RowProblem, SheetMapping } from '@kith/core/sheet/understanding';

/** What of a file is gone through: its cells, and how they are to be read. */
export interface SheetToRead {
  readonly cells: Cells;
  readonly mapping: SheetMapping;
}

/** Columns that may say the same where there is none of its own, or it is empty. */
const INSTEAD: Partial<Record<Meaning, readonly Meaning[]>> = {
  town: ['address'],
  postcode: ['address'],
  when: ['opens', 'closes', ...DAY_MEANINGS],
};

/** The cells of a row of a file, by its number, as they stand there. */
export type CellsOf = (row: number) => RowCells;

export function cellsOf({ cells, mapping }: SheetToRead): CellsOf {
  const { headerRow, headerRows, columns } = mapping;
  const headers = headerWords(cells, headerRow - 1, headerRows, columns.length);
  return (row) => readCells(cells[row - 1] ?? [], row, mapping, headers);
}

/** Says what is wrong with a row, at the cells that a person would change: where a column is missing, at another that may say it. */
export function problemAt(
  cells: RowCells,
  about: About,
  problem: string,
  todo: string,
  weight: RowProblem['weight'],
): RowProblem {
  const there = [about].flat().map((meaning) => {
    const any = [meaning, ...(INSTEAD[meaning] ?? [])];
    return any.find((each) => cells.one(each) !== '') ?? any.find((each) => cells.has(each)) ?? 'name';
  });
  return cells.problem([...new Set(there)], problem, todo, weight);
}
