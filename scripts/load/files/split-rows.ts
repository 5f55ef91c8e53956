import { CsvError, type Parser, parse } from 'csv-parse';
import { whole } from '../whole-number.ts';
import { decode } from './decode.ts';
import { CutShortError, type FoundFile, type Reject } from './found-file.ts';
import { LINE_ENDS, layoutOf } from './sniff.ts';

export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** The file ends in it without a line end, so it may be cut off. */
  readonly unfinished?: boolean;
}

/** A row longer than this is a quotation mark that was never closed. The longest real row known is under 40 kB. */
const LONGEST_ROW = 1024 * 1024;

/**
 * Rows of a CSV or TSV file in batches, empty rows left out but counted. Memory stays flat. What makes it stop early
 * (a cut, a mark never closed, too many rows) is one rejection with `endsEarly` after the good rows.
 */
export async function* splitRows(
  file: FoundFile,
  reject: Reject,
  mostRows: number,
): AsyncGenerator<readonly RawRow[]> {
  const splitter = new Splitter(file);
  const stop = (problem: string) => reject({ row: null, column: null, problem, endsEarly: true });
  let row = 0;
  let lineEnded = true;
  const numbered = (records: readonly (readonly string[])[]): RawRow[] => {
    const rows: RawRow[] = [];
    for (const cells of records) {
      row++;
      if (row > mostRows) break;
      if (cells.length > 1 || cells[0]?.trim()) rows.push({ row, cells });
    }
    return rows;
  };
  try {
    for await (const piece of decode(file.open())) {
      lineEnded = /[\r\n]$/.test(piece.slice(-1));
      const rows = numbered(await splitter.write(piece));
      if (rows.length > 0) yield rows;
      if (row > mostRows) {
        return stop(tooManyRows(file.label, mostRows));
      }
    }
    const last = numbered(await splitter.end());
    if (last.length > 0)
      yield last.map((each) => (each.row === row && !lineEnded ? { ...each, unfinished: true } : each));
  } catch (error) {
    if (error instanceof CutShortError) return stop(error.message);
    if (!(error instanceof CsvError)) throw error;
    // The rows before the one that cannot be split are good.
    const rows = numbered(splitter.taken());
    if (rows.length > 0) yield rows;
    stop(
      `${file.label} cannot be read beyond row ${row}: a cell after it begins with a quotation mark that is never closed, or the file is cut short. ` +
        'Download it again, or close the mark.',
    );
  } finally {
    splitter.close();
  }
}

/** For messages: a file holds more rows than are taken of it. */
export function tooManyRows(label: string, mostRows: number): string {
  const most = whole(mostRows);
  return (
    `${label} has more than ${most} rows. Only the first ${most} were read. ` +
    'Cut it down to the part of the country that is needed, or into several files.'
  );
}

/** csv-parse fed piece by piece, so that rows are handed on as they come. */
class Splitter {
  readonly #parser: Parser;
  #ready: string[][] = [];
  #failure: Error | null = null;

  constructor(file: FoundFile) {
    this.#parser = parse({
      ...layoutOf(file.head.text),
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    });
    this.#parser.on('data', (record: string[]) => this.#ready.push(record));
    this.#parser.on('error', (error) => {
      this.#failure = error;
    });
  }

  taken(): string[][] {
    const records = this.#ready;
    this.#ready = [];
    return records;
  }

  async write(piece: string): Promise<string[][]> {
    await new Promise<void>((resolve) => this.#parser.write(piece, () => resolve()));
    if (this.#failure) throw this.#failure;
    return this.taken();
  }

  async end(): Promise<string[][]> {
    await new Promise<void>((resolve) => {
      this.#parser.once('end', resolve).once('error', () => resolve());
      this.#parser.end();
    });
    if (this.#failure) throw this.#failure;
    return this.taken();
  }

  close(): void {
    this.#parser.destroy();
  }
}
