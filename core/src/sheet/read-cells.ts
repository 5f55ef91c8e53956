import type { Meaning } from './meanings.ts';
import type { RowCell, RowProblem, SheetMapping } from './understanding.ts';
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
  /** @param about the column that is wrong, or all of which one may be; null: the whole row */
  problem(about: About | null, problem: string, todo: string, weight: RowProblem['weight']): RowProblem;
}

/** What a problem is about: one column, or several of which one is wrong. */
export type About = Meaning | readonly Meaning[];

/** @param whole the row as the file has it, where `row` is one half of it: that is what is put right */
export function readCells(
  row: readonly string[],
  number: number,
  mapping: SheetMapping,
  headers: readonly string[],
  whole = row,
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
    problem(about, problem, todo, weight) {
      // Of several columns of one meaning the one with the words that the problem quotes.
      const quoted = /"([^"]+)"/.exec(problem)?.[1];
      const cells = (about === null ? [] : [about].flat()).flatMap((meaning): RowCell[] => {
        const columns = columnsOf(meaning);
        const column =
          columns.find((at) => quoted !== undefined && oneLine(row[at] ?? '').includes(quoted)) ??
          columns.find((at) => !saysNothing(row[at] ?? '')) ??
          columns[0];
        if (column === undefined) return [];
        return [{ column: column + 1, header: headers[column] ?? '', value: oneLine(whole[column] ?? '') }];
      });
      const [first = { column: null, header: '', value: '' }, ...also] = cells;
      return { row: number, ...first, ...(also.length === 0 ? {} : { also }), problem, todo, weight };
    },
  };
}
