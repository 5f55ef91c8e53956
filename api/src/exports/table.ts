import { type Cell, csvCell } from '@kith/core/scenario/csv';

/** A column of a file to download: its name never changes, and the dictionary says what it means. */
export interface Column<Row> {
  readonly name: string;
  readonly meaning: string;
  readonly cell: (row: Row) => Cell;
}

/** A table as it is written: a header, then rows in batches. */
export interface Table {
  readonly columns: readonly { readonly name: string; readonly meaning: string }[];
  /** The file as text, piece by piece: CRLF, a mark at its start that tells Excel it is UTF-8. */
  text(): AsyncGenerator<string>;
}

export function table<Row>(
  columns: readonly Column<Row>[],
  batches: () => AsyncIterable<readonly Row[]>,
): Table {
  return {
    columns,
    async *text() {
      yield `\ufeff${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`;
      for await (const rows of batches()) {
        yield rows.map((row) => `${columns.map(({ cell }) => csvCell(cell(row))).join(',')}\r\n`).join('');
      }
    },
  };
}

/** A table whose rows are all at hand. */
export function smallTable<Row>(columns: readonly Column<Row>[], rows: () => Promise<readonly Row[]>): Table {
  return table(columns, async function* () {
    yield await rows();
  });
}
