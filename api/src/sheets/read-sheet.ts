import type { Cells } from '@kith/core/sheet/understanding';
import readXlsx from 'read-excel-file/node';
import { csvCells } from './csv-cells.ts';
import { MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, SheetError } from './sheet-error.ts';
import { textOf } from './text-of.ts';
import { checkUnpackedSize } from './zip-size.ts';

/** A sheet with cells of text; a CSV file is one without a name. */
export interface NamedSheet {
  readonly name: string | null;
  readonly cells: string[][];
}

/** A file, and how it was read, in words. */
export interface FileRead {
  /** Those that hold anything, in the order of the file. At least one. */
  readonly sheets: readonly NamedSheet[];
  readonly format: 'csv' | 'xlsx';
  /** `Windows-1252`; of a workbook `Excel workbook`. */
  readonly encoding: string;
  /** What stands between cells, in words; null of a workbook. */
  readonly between: string | null;
}

/**
 * Cells as a person sees them in a spreadsheet. What a file is shows in its bytes, not in its name.
 * @throws SheetError with what to do
 */
export async function readSheetFile(bytes: Buffer): Promise<FileRead> {
  if (bytes.length === 0) throw new SheetError('empty', 'The file is empty. Choose the one with your list.');
  if (bytes.length > MOST_BYTES) {
    throw new SheetError(
      'too-large',
      'The file is larger than 5 MB. Take out pictures and other sheets, or bring it in parts.',
    );
  }
  const read = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  const sheets = read.sheets
    .map(({ name, cells }) => ({ name, cells: trimmed(cells) }))
    .filter(({ cells }) => cells.length > 0);
  if (sheets.length === 0) throw new SheetError('empty', 'The file holds no cell with anything in it.');
  return { ...read, sheets };
}

/** @throws SheetError with what to do, where a sheet is no list or too long a one */
export function checkIsList(cells: Cells): void {
  if (cells.length === 1 && (cells[0]?.length ?? 0) >= 2) {
    throw new SheetError(
      'not-a-sheet',
      'The file holds headings only: no row below them names a place. Bring the one with your list.',
    );
  }
  if (cells.length < 2 || cells.every((row) => row.length < 2)) {
    throw new SheetError(
      'not-a-sheet',
      'The file is no list: it has no two rows of two columns. Save the list as CSV or .xlsx and bring that.',
    );
  }
  if (cells.length > MOST_ROWS) {
    throw new SheetError(
      'too-many-rows',
      `The file has ${cells.length.toLocaleString('en-GB')} rows. Up to 20,000 are taken at once: bring it in parts.`,
    );
  }
  if (cells.some((row) => row.length > MOST_COLUMNS)) {
    throw new SheetError(
      'not-a-sheet',
      'The file has more than 200 columns. Keep those that say what places are, and bring it again.',
    );
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

function readText(bytes: Buffer): FileRead {
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) {
    throw new SheetError(
      'old-excel',
      'This is a workbook of an old kind (.xls), or one that is locked. Save it as .xlsx or CSV and bring that.',
    );
  }
  const head = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trim();
  if (/^<(!doctype html|html|head|meta|style|body|table)\b/i.test(head) || head.startsWith('<!--')) {
    throw new SheetError(
      'not-a-sheet',
      'This is a web page, whatever its name ends in. Open it in your spreadsheet, save it as .xlsx or CSV, and bring that.',
    );
  }
  if (/^(%PDF|<\?xml|\x89PNG|\xff\xd8)/i.test(head)) {
    throw new SheetError(
      'not-a-sheet',
      'This is a document or a picture, not a list. Save the list as CSV or .xlsx and bring that.',
    );
  }
  const { text, encoding } = textOf(bytes);
  const { rows, between } = csvCells(text);
  return { sheets: [{ name: null, cells: rows }], format: 'csv', encoding, between };
}

async function readWorkbook(bytes: Buffer): Promise<FileRead> {
  checkUnpackedSize(bytes);
  const sheets = await readXlsx(bytes).catch(() => {
    throw new SheetError(
      'not-a-sheet',
      'This is packed like a workbook but is none that can be read. Save the list as CSV or .xlsx and bring that.',
    );
  });
  return {
    sheets: sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.map((row) => row.map(seen)) })),
    format: 'xlsx',
    encoding: 'Excel workbook',
    between: null,
  };
}

/** A cell as the sheet shows it: dates by their day, clock times by their time, numbers without the noise of binary. */
function seen(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    // A time is a part of the day that binary numbers seldom meet: 09:59:59.99 is 10:00.
    const iso = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString();
    // Excel keeps a time of day as a part of its day 0.
    if (cell.getUTCFullYear() < 1901) return iso.slice(11, 16);
    return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}

/** Without what cannot be shown, empty ends of rows, and empty rows at the end. */
function trimmed(cells: readonly (readonly string[])[]): string[][] {
  const rows = cells.map((row) => {
    const plain = row.map((cell) =>
      cell.replace(/\p{Cc}/gu, (hidden) => (/[\n\r\t]/.test(hidden) ? hidden : '')).slice(0, MOST_LETTERS),
    );
    while (plain.length > 0 && (plain.at(-1) ?? '').trim() === '') plain.pop();
    return plain;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
