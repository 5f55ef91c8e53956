/** A cell of a CSV file. `null` is written empty: no data, never 0. */
export type Cell = string | number | boolean | null;

/**
 * What makes spreadsheet programs run a cell as a formula, when text starts with it: such text gets an apostrophe in
 * front. Text that starts with an apostrophe gets one too, so that taking one off gives back every cell as it was.
 */
const FORMULA_START = /^[=+\-@\t\r']/;

/** Text as a CSV cell: safe to open in a spreadsheet, quoted where RFC 4180 asks for it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as RFC 4180 text: CRLF after every row, and every row as wide as the widest. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const padded = (row: readonly Cell[]) => [...row, ...Array<null>(width - row.length).fill(null)];
  return rows.map((row) => `${padded(row).map(csvCell).join(',')}\r\n`).join('');
}
