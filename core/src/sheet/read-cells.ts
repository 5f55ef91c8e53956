import type { Meaning } from './meanings.ts';
import type { RowProblem, SheetMapping } from './understanding.ts';
import { oneLine, saysNothing } from './words.ts';

/** The cells of one row by what they mean, and a way to say what is wrong with one. */
export interface RowCells {
  readonly number: number;
  /** The first cell of that meaning that says something, on one line; '' where none does. */
  one(meaning: Meaning): string;
  /** All cells of that meaning that say something. */
  all(meaning: Meaning): readonly string[];
  /** As it stands, with its lines. */
  raw(meaning: Meaning): string;
  has(meaning: Meaning): boolean;
  problem(meaning: Meaning | null, problem: string, todo: string, weight: RowProblem['weight']): RowProblem;
}

export function readCells(
  row: readonly string[],
  number: number,
  mapping: SheetMapping,
  headers: readonly string[],
): RowCells {
  const columnsOf = (meaning: Meaning) =>
    mapping.columns.flatMap((each, at) => (each === meaning ? [at] : []));
  const all = (meaning: Meaning) =>
    columnsOf(meaning)
      .map((at) => row[at] ?? '')
      .filter((cell) => !saysNothing(cell));
  return {
    number,
    all: (meaning) => all(meaning).map(oneLine),
    one: (meaning) => oneLine(all(meaning)[0] ?? ''),
    raw: (meaning) => all(meaning)[0] ?? '',
    has: (meaning) => mapping.columns.includes(meaning),
    problem(meaning, problem, todo, weight) {
      const columns = meaning === null ? [] : columnsOf(meaning);
      // Of several columns the one with the words that the problem quotes.
      const quoted = /"([^"]+)"/.exec(problem)?.[1];
      const column =
        columns.find((at) => quoted !== undefined && oneLine(row[at] ?? '').includes(quoted)) ??
        columns.find((at) => !saysNothing(row[at] ?? '')) ??
        columns[0];
      return {
        row: number,
        column: column === undefined ? null : column + 1,
        header: column === undefined ? '' : (headers[column] ?? ''),
        value: column === undefined ? '' : oneLine(row[column] ?? '').slice(0, 200),
        problem,
        todo,
        weight,
      };
    },
  };
}
