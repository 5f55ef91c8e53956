import { type Columns, hasColumns, placesOf } from './files/columns.ts';
import type { FoundFile, Head, Reject, SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';

/** Says that a cell cannot be used; gives null, so that a row can end with it. */
export type Fail<C extends string> = (column: C, problem: string) => null;

export interface TableLayout<C extends string, Row> {
  readonly source: string;
  readonly what: string;
  readonly columns: Columns<C>;
  /** Columns that tell another publisher's file, though it has all of these too. */
  readonly without?: readonly (string | RegExp)[];
  /** What the first row of data must be like, where columns alone do not tell. */
  readonly looksRight?: (head: Head) => boolean;
  readonly edition?: (head: Head) => string | null;
  /** A row of the source, or null where the row is not used. */
  readonly row: (cells: Readonly<Record<C, string>>, fail: Fail<C>) => Row | null;
}

/** A source that is a table with a header, its columns found by name in any order. */
export function tableSource<C extends string, Row>(layout: TableLayout<C, Row>): SourceFile<Row> {
  const { source, what, columns, without = [], looksRight, edition } = layout;
  return {
    source,
    what,
    recognise: (head) =>
      hasColumns(head, columns) &&
      without.every((name) => placesOf(head.columns, { other: { is: [name] } }) === null) &&
      (looksRight?.(head) ?? true),
    ...(edition === undefined ? {} : { edition }),
    read: (file, reject) => rowsOf(layout, file, reject),
  };
}

async function* rowsOf<C extends string, Row>(
  { columns, row }: TableLayout<C, Row>,
  file: FoundFile,
  reject: Reject,
): AsyncIterable<readonly Row[]> {
  for await (const batch of readTable(file, columns, reject)) {
    const rows: Row[] = [];
    for (const { row: number, cells } of batch) {
      const made = row(cells, (column, problem) => {
        reject({ row: number, column, problem });
        return null;
      });
      if (made !== null) rows.push(made);
    }
    yield rows;
  }
}

/** The first row of data below the columns that a head shows. */
export function cellBelow(head: Head, name: string | RegExp): string {
  const at = placesOf(head.columns, { wanted: { is: [name] } })?.wanted ?? -1;
  return head.second[at]?.trim() ?? '';
}

/** The year in the name of a column as an edition: `LAD24CD` is `2024`. */
export function editionIn(name: RegExp): (head: Head) => string | null {
  return (head) => {
    const column = head.columns.find((each) => name.test(each.toLowerCase().replace(/[^a-z0-9]/g, '')));
    const year = /\d\d/.exec(column ?? '')?.[0];
    return year === undefined ? null : `20${year}`;
  };
}
