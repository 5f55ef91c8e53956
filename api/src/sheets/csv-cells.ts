import { parse } from 'csv-parse/sync';
import { SheetError } from './sheet-error.ts';

const DELIMITERS = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'upright strokes'],
] as const;

/** Lines looked at to tell what stands between the cells. */
const LINES = 40;

export interface CsvRead {
  readonly rows: string[][];
  /** In words. */
  readonly between: string;
}

/** Cells of a CSV text, whatever stands between them. Rows keep their numbers: empty ones stay. */
export function csvCells(text: string): CsvRead {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  const [delimiter, between] = DELIMITERS.find(([each]) => each === stated?.[1]) ?? guessed(body);
  try {
    return { rows: parsed(body, delimiter, '"'), between };
  } catch {
    // A quote in the middle of a cell (`The "Hub"`), or one that never ends: read again without quotes.
    try {
      return { rows: parsed(body, delimiter, false), between };
    } catch {
      throw new SheetError(
        'damaged',
        'The file cannot be read as CSV. Open it in your spreadsheet, save it as .xlsx, and bring that.',
      );
    }
  }
}

function parsed(text: string, delimiter: string, quote: '"' | false): string[][] {
  const rows = parse(text, {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    bom: true,
    max_record_size: 200_000,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as string[][];
  return rows.map((row) => row.map(labelOf));
}

/** A link as Excel writes it, `=HYPERLINK("https://…","Dock Hall")`, shows its label, or its address where it has none. */
function labelOf(cell: string): string {
  const found = /^\s*=\s*HYPERLINK\(\s*"([^"]*)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)\s*$/i.exec(cell);
  return found === null ? cell : found[2] || (found[1] ?? '');
}

/** What makes most rows of the same number of cells, more than one. */
function guessed(text: string): (typeof DELIMITERS)[number] {
  const head = text
    .slice(0, 60_000)
    .split(/\r\n|\n|\r/)
    .slice(0, LINES)
    .join('\n');
  let best: { each: (typeof DELIMITERS)[number]; score: number } = { each: DELIMITERS[0], score: 0 };
  for (const each of DELIMITERS) {
    let rows: string[][];
    try {
      rows = parsed(head, each[0], '"');
    } catch {
      rows = head.split('\n').map((line) => line.split(each[0]));
    }
    const widths = new Map<number, number>();
    for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const score = Math.max(0, ...[...widths].map(([width, times]) => times * Math.min(width, 6)));
    if (score > best.score) best = { each, score };
  }
  return best.each;
}
