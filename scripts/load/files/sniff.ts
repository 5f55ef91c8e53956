import { parse } from 'csv-parse/sync';
import { decoded } from './decode.ts';
import type { FileFormat, Head } from './found-file.ts';

/** Of every file so much is looked at. */
export const HEAD_BYTES = 64 * 1024;
const ROWS_OF_HEAD = 30;
const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** All of them in one file: lists are put together from several. The parser would take those of the first row for all. */
export const LINE_ENDS = ['\r\n', '\n', '\r'];

const NOTHING = { columns: [], second: [], text: '', sheets: [] } as const;

/** What the first bytes of an unpacked file say of it. Never what it is called. */
export function headOf(start: Uint8Array): Head {
  const bytes = start.subarray(0, HEAD_BYTES);
  if (isOsmPbf(bytes)) return { ...NOTHING, format: 'pbf' };
  const text = decoded(bytes);
  if (bytes.length === 0 || text.includes('\u0000')) return { ...NOTHING, format: 'unknown' };
  const format = formatOf(text);
  if (format !== 'csv' && format !== 'tsv') return { ...NOTHING, format, text };
  const rows = firstRows(text);
  return { ...NOTHING, format, text, columns: rows[0] ?? [], second: rows[1] ?? [] };
}

/** The first rows of a table, cells trimmed. Empty where the head is of no table. */
export function rowsIn(head: Head): readonly (readonly string[])[] {
  if (head.format !== 'csv' && head.format !== 'tsv') return [];
  const known = rowsOfHeads.get(head);
  if (known) return known;
  const rows = head.text === '' ? [head.columns, head.second] : firstRows(head.text);
  rowsOfHeads.set(head, rows);
  return rows;
}
const rowsOfHeads = new WeakMap<Head, readonly (readonly string[])[]>();

/** How a table parts its cells, and whether it puts quotation marks round those that hold the mark. */
export function layoutOf(text: string): { delimiter: Delimiter; quote: '"' | false } {
  const lines = text.split(/\r\n|\n|\r/, ROWS_OF_HEAD).filter((line) => line.trim() !== '');
  const unquoted = lines.map((line) => line.replace(/"[^"]*"/g, ''));
  // The most cells in the middle row wins, so that neither a title nor a comma in a name decides.
  const cells = (delimiter: Delimiter) => {
    const counts = unquoted.map((line) => line.split(delimiter).length).sort((x, y) => x - y);
    return [counts[Math.floor((counts.length - 1) / 2)] ?? 0, counts.at(-1) ?? 0] as const;
  };
  let delimiter: Delimiter = ',';
  for (const each of DELIMITERS) {
    const [middle, most] = cells(each);
    const [bestMiddle, bestMost] = cells(delimiter);
    if (middle > bestMiddle || (middle === bestMiddle && most > bestMost)) delimiter = each;
  }
  // Tab-separated files mostly have no quoting, so a lone mark in a name must not swallow what follows.
  const quotes = delimiter !== '\t' || lines.some((line) => /(^|\t)"[^"\t]*"(\t|$)/.test(line));
  return { delimiter, quote: quotes ? '"' : false };
}

function firstRows(text: string): string[][] {
  const end = text.length < HEAD_BYTES / 2 ? text.length : text.lastIndexOf('\n') + 1 || text.length;
  try {
    const rows = parse(text.slice(0, end), {
      ...layoutOf(text),
      record_delimiter: LINE_ENDS,
      to: ROWS_OF_HEAD,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][];
    return rows.map((row) => row.map((cell) => cell.trim()));
  } catch {
    const { delimiter } = layoutOf(text);
    return text
      .split(/\r?\n/, ROWS_OF_HEAD)
      .map((line) => line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim()));
  }
}

function formatOf(text: string): FileFormat {
  const start = text.trimStart().slice(0, 2048);
  if (start.startsWith('<')) return /<(!doctype\s+html|html|head|body)\b/i.test(start) ? 'html' : 'unknown';
  if (/^[{[]/.test(start)) {
    return /"type"\s*:\s*"(FeatureCollection|Feature|GeometryCollection)"/.test(text) ? 'geojson' : 'json';
  }
  if (start === '' || start.startsWith('%PDF')) return 'unknown';
  return layoutOf(text).delimiter === '\t' ? 'tsv' : 'csv';
}

/** A blob header of OpenStreetMap's binary format: its length, then the type `OSMHeader`. */
function isOsmPbf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 15)).toString('latin1') === '\n\tOSMHeader';
}
