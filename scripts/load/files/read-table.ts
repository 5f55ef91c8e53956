import { type Columns, MOST_ROWS_ABOVE, missingFrom, placesOf } from './columns.ts';
import { BadFileError, type FoundFile, type Reject, type Rejection } from './found-file.ts';
import { readSheet, readSheets } from './read-sheet.ts';
import { type RawRow, splitRows } from './split-rows.ts';

export { type ColumnMatcher, type Columns, folded, hasColumns } from './columns.ts';

export interface TableRow<C extends string> {
  /** The first line is row 1, as in a spreadsheet. */
  readonly row: number;
  /** Trimmed; empty where an optional column is missing. */
  readonly cells: Readonly<Record<C, string>>;
}
export interface PlainRow {
  readonly row: number;
  readonly cells: readonly string[];
}
export interface TableOptions {
  /** Reading stops after so many rows, with a message. */
  readonly mostRows?: number;
  /** The sheet of a workbook; without it the first that has the columns. */
  readonly sheet?: string | RegExp;
}

/** The largest official table (Code-Point Open as one file) has 1.7 million rows. */
const MOST_ROWS = 20_000_000;

/**
 * Rows of a table (CSV, TSV, or a sheet of a workbook) by the meaning of its columns, in batches, however long it
 * is. A row that does not fit the header is rejected and reading goes on. A file that stops before its end gives its
 * good rows and then one rejection with `endsEarly`.
 * @throws BadFileError when it is a web page, is no table, or lacks a column (it then names those it has)
 */
export async function* readTable<C extends string>(
  file: FoundFile,
  columns: Columns<C>,
  reject: Reject,
  options: TableOptions = {},
): AsyncGenerator<readonly TableRow<C>[]> {
  const names = Object.keys(columns) as C[];
  let places: Readonly<Record<C, number>> | null = null;
  let width = 0;
  let firstRow: readonly string[] = [];
  for await (const batch of rowsOf(file, columns, reject, options)) {
    const rows: TableRow<C>[] = [];
    for (const { row, cells, unfinished } of batch) {
      if (places === null) {
        if (firstRow.length === 0) firstRow = cells;
        places = placesOf(cells, columns);
        width = cells.length;
        if (places === null && row > MOST_ROWS_ABOVE) throw wrongColumns(file, firstRow, columns);
        continue;
      }
      const problem = widthProblem(cells, width, places, names);
      if (problem !== null) {
        reject(unfinished && cells.length < width ? cutRow(row) : { row, column: null, problem });
        continue;
      }
      const read = {} as Record<C, string>;
      for (const name of names) read[name] = cells[places[name]]?.trim() ?? '';
      rows.push({ row, cells: read });
    }
    if (rows.length > 0) yield rows;
  }
  if (places === null) throw wrongColumns(file, firstRow, columns);
}

/** Rows of a table without a header, cells trimmed, in batches. Otherwise as `readTable`. */
export async function* readHeaderless(
  file: FoundFile,
  reject: Reject,
  options: TableOptions = {},
): AsyncGenerator<readonly PlainRow[]> {
  let width: number | null = null;
  for await (const batch of rowsOf(file, null, reject, options)) {
    const rows: PlainRow[] = [];
    for (const { row, cells, unfinished } of batch) {
      width ??= cells.length;
      if (unfinished && cells.length < width) reject(cutRow(row));
      else rows.push({ row, cells: cells.map((cell) => cell.trim()) });
    }
    if (rows.length > 0) yield rows;
  }
}

async function* rowsOf<C extends string>(
  file: FoundFile,
  columns: Columns<C> | null,
  reject: Reject,
  options: TableOptions,
): AsyncGenerator<readonly RawRow[]> {
  if (file.trouble !== undefined) throw new BadFileError(file.trouble);
  const { format } = file.head;
  if (format === 'xlsx') yield* sheetRows(file, columns, options);
  else if (format === 'csv' || format === 'tsv')
    yield* splitRows(file, reject, options.mostRows ?? MOST_ROWS);
  else {
    throw new BadFileError(
      `${file.label} is no table${format === 'unknown' ? '' : ` but ${format}`}. Put the CSV file of its publisher there.`,
    );
  }
}

async function* sheetRows<C extends string>(
  file: FoundFile,
  columns: Columns<C> | null,
  options: TableOptions,
): AsyncGenerator<readonly RawRow[]> {
  const asRows = (rows: Awaited<ReturnType<typeof readSheet>>['rows']): RawRow[] =>
    rows.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => String(cell ?? '')) }));
  if (options.sheet !== undefined || columns === null) {
    yield asRows((await readSheet(file, options.sheet)).rows);
    return;
  }
  for (const sheet of await readSheets(file)) {
    const rows = asRows(sheet.rows);
    if (rows.slice(0, MOST_ROWS_ABOVE).some(({ cells }) => placesOf(cells, columns) !== null)) {
      yield rows;
      return;
    }
  }
  throw new BadFileError(
    `No sheet of ${file.label} has the columns ${missingFrom([], columns).join(', ')}. Its sheets are: ${file.head.sheets.join(', ')}.`,
  );
}

/** The last row of a file that ends in the middle of it. */
export function cutRow(row: number): Rejection {
  return {
    row,
    column: null,
    problem:
      'the file ends in the middle of this row: it is cut short. Download it again; the rows before it are good',
    endsEarly: true,
  };
}

function widthProblem<C extends string>(
  cells: readonly string[],
  width: number,
  places: Readonly<Record<C, number>>,
  names: readonly C[],
): string | null {
  if (cells.length === width) return null;
  if (cells.length > width) {
    if (cells.slice(width).every((cell) => cell.trim() === '')) return null;
    return `it has ${cells.length} cells where the header has ${width}: a comma in a cell needs quotation marks round it`;
  }
  if (names.every((name) => places[name] < cells.length)) return null;
  return `it has ${cells.length} cells where the header has ${width}: the rest of the row is missing`;
}

function wrongColumns<C extends string>(
  file: FoundFile,
  header: readonly string[],
  columns: Columns<C>,
): BadFileError {
  const most = 12;
  const named = header.slice(0, most).map((name) => `"${name.trim().slice(0, 60)}"`);
  const more = header.length > most ? ` and ${header.length - most} more` : '';
  const missing = missingFrom(header, columns).map((name) => `"${name}"`);
  return new BadFileError(
    `${file.label} has not the columns that are needed: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. ` +
      `It has ${named.length === 0 ? 'none' : named.join(', ')}${more}. Put the right file there, or name its columns as the publisher does.`,
  );
}
