import { shapeOf } from './cell-shapes.ts';
import { meaningOfHeader } from './header-words.ts';
import type { Cells, Guess } from './understanding.ts';
import { oneLine, plain } from './words.ts';

/** Titles and notes stand above a header in the files people send; never so many rows. */
const MOST_ABOVE = 25;

export interface HeaderFound extends Guess {
  /** From 1. */
  readonly row: number;
  /** 0 where the file has none. */
  readonly rows: number;
  /** The words of each column; of merged headers those of both rows. */
  readonly words: readonly string[];
}

/**
 * The row that names the columns: the one with most header words that are known, at least two, and few cells that look
 * like data. A row right below it that goes on naming (`Monday` over `from`, `to`) belongs to it, and so does one
 * right above with fewer words, spread over the columns that it was merged over.
 */
export function findHeader(cells: Cells): HeaderFound {
  let best = { row: -1, score: 0 };
  for (const [at, row] of cells.slice(0, MOST_ABOVE).entries()) {
    const score = headerScore(row);
    if (score > best.score) best = { row: at, score };
  }
  const width = cells.reduce((most, row) => Math.max(row.length, most), 0);
  if (best.row < 0 || best.score < 2) {
    const first = cells.findIndex((row) => row.filter((cell) => oneLine(cell) !== '').length >= 2);
    return {
      row: Math.max(first, 0) + 1,
      rows: 0,
      words: Array.from({ length: width }, () => ''),
      sure: 'unsure',
      why: 'No row names the columns. What they hold is guessed from the cells alone.',
    };
  }
  const { first, rows } = spanOf(cells, best.row);
  const words = headerWords(cells, first, rows, width);
  const above =
    first === 0
      ? ''
      : ` ${first} ${first === 1 ? 'row' : 'rows'} above it ${first === 1 ? 'is' : 'are'} passed over.`;
  return {
    row: first + 1,
    rows,
    words,
    sure: best.score >= 3 ? 'certain' : 'likely',
    why: `${rows === 1 ? `Row ${first + 1} names` : `Rows ${first + 1} and ${first + rows} together name`} the columns.${above}`,
  };
}

/** The words of each column under a header that was found or chosen. */
export function headerWords(cells: Cells, first: number, rows: number, width: number): string[] {
  const words = Array.from({ length: width }, () => '');
  for (let at = first; at < first + rows; at += 1) {
    const row = cells[at] ?? [];
    let merged = '';
    for (let column = 0; column < width; column += 1) {
      const own = oneLine(row[column] ?? '');
      // A merged cell stands in its first column only: the words go on until the next, where a row below names more.
      if (own !== '') merged = own;
      const below = rows > 1 && at === first && oneLine(cells[at + 1]?.[column] ?? '') !== '';
      const add = own !== '' ? own : below ? merged : '';
      if (add !== '' && words[column] !== add) words[column] = `${words[column]} ${add}`.trim();
    }
  }
  return words;
}

function headerScore(row: readonly string[]): number {
  const said = row.map(oneLine).filter((cell) => cell !== '');
  if (said.length < 2) return 0;
  const known = new Set(
    said.flatMap((cell) => (cell.length <= 60 ? (meaningOfHeader(plain(cell)) ?? []) : [])),
  );
  const data = said.filter(
    (cell) => /\d{3}|@|^https?:/.test(cell) || shapeOf([cell])?.meaning === 'postcode',
  ).length;
  const long = said.filter((cell) => cell.length > 60).length;
  return known.size - 2 * data - long;
}

function spanOf(cells: Cells, best: number): { first: number; rows: number } {
  const above = cells[best - 1];
  const below = cells[best + 1];
  const row = cells[best] ?? [];
  const filled = (each: readonly string[]) => each.filter((cell) => oneLine(cell) !== '').length;
  // Above: two names or more with gaps between, which were merged over what this row names one by one.
  if (
    above !== undefined &&
    filled(above) >= 2 &&
    filled(above) < filled(row) &&
    headerScore(above) >= 1 &&
    (above[0] === '' || headerScore(above) >= 2)
  ) {
    return { first: best - 1, rows: 2 };
  }
  const names = (each: string) =>
    /^(from|to|open|close[sd]?|start|end|staffed|unstaffed|am|pm|line ?\d|\d|x|y|lat|lon|easting|northing|name|number|street|town)$/i.test(
      oneLine(each),
    );
  if (
    below !== undefined &&
    filled(below) >= 2 &&
    below.every((cell) => oneLine(cell) === '' || names(cell))
  ) {
    return { first: best, rows: 2 };
  }
  return { first: best, rows: 1 };
}
