import { headerWords } from './header-row.ts';
import { readCells } from './read-cells.ts';
import { readRow } from './read-row.ts';
import { twoNames, twoPostcodes } from './two-venues.ts';
import type { Cells, RowProblem, SheetMapping, SheetRow } from './understanding.ts';
import { oneLine, plain } from './words.ts';

export interface RowsRead {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly RowProblem[];
  /** Rows below the header that say something. */
  readonly said: number;
}

/**
 * Every row under the header as it is to be read. What cannot go in is in the problems, with what to do.
 * @param today ISO day: nothing was checked after it
 */
export function readRows(cells: Cells, mapping: SheetMapping, today?: string): RowsRead {
  const width = mapping.columns.length;
  const headers = headerWords(cells, mapping.headerRow - 1, mapping.headerRows, width);
  const rows: SheetRow[] = [];
  const problems: RowProblem[] = [];
  const before = new Map<string, number>();
  let said = 0;
  for (let at = mapping.headerRow - 1 + mapping.headerRows; at < cells.length; at += 1) {
    const row = cells[at] ?? [];
    const filled = row.filter((cell) => oneLine(cell) !== '').length;
    if (filled === 0 || isHeaderAgain(row, headers)) continue;
    said += 1;
    const number = at + 1;
    const parts = partsOf(row, number, mapping, headers);
    if ('problem' in parts) {
      problems.push(parts.problem);
      continue;
    }
    for (const [part, each] of parts.rows.entries()) {
      const read = readRow(readCells(each, number, mapping, headers, row), mapping, { part, filled, today });
      problems.push(...read.problems);
      if (read.row === null) continue;
      const key = [
        plain(read.row.name),
        read.row.kind,
        read.row.postcode ?? plain(`${read.row.address} ${read.row.town}`),
      ].join('|');
      const first = before.get(key);
      if (first !== undefined) {
        problems.push(twice(read.row, first, mapping, headers));
        continue;
      }
      before.set(key, number);
      rows.push(read.row);
    }
  }
  return { rows, problems, said };
}

function isHeaderAgain(row: readonly string[], headers: readonly string[]): boolean {
  const same = row.filter((cell, at) => oneLine(cell) !== '' && oneLine(cell) === headers[at]).length;
  return same >= 2 && same === row.filter((cell) => oneLine(cell) !== '').length;
}

/** One row, or two where its cell holds two venues and somebody said so. Until they do it waits. */
function partsOf(
  row: readonly string[],
  number: number,
  mapping: SheetMapping,
  headers: readonly string[],
): { rows: readonly (readonly string[])[] } | { problem: RowProblem } {
  const at = mapping.columns.indexOf('name');
  const postcodeAt = mapping.columns.indexOf('postcode');
  const names = at < 0 ? undefined : twoNames(row[at] ?? '');
  const postcodes = postcodeAt < 0 ? undefined : twoPostcodes(row[postcodeAt] ?? '');
  const answer = mapping.split[String(number)];
  if ((names === undefined && postcodes === undefined) || answer === 'keep') return { rows: [row] };
  if (answer === 'split') {
    return {
      rows: [0, 1].map((part) =>
        row.map((cell, column) => partOf(cell, part, column, mapping, names, postcodes)),
      ),
    };
  }
  const column = names === undefined ? postcodeAt : at;
  return {
    problem: {
      row: number,
      column: column + 1,
      header: headers[column] ?? '',
      value: oneLine(row[column] ?? ''),
      problem:
        names === undefined
          ? 'There are two postcodes in one cell.'
          : `This may be two places: "${names[0]}" and "${names[1]}".`,
      todo: 'Make two rows of it, or say that it is one place.',
      weight: 'out',
      offer: 'split',
    },
  };
}

function partOf(
  cell: string,
  part: number,
  column: number,
  mapping: SheetMapping,
  names: readonly [string, string] | undefined,
  postcodes: readonly [string, string] | undefined,
): string {
  const meaning = mapping.columns[column];
  if (meaning === 'name' && names !== undefined) return names[part] ?? cell;
  if (meaning === 'postcode' && postcodes !== undefined) return postcodes[part] ?? cell;
  if (meaning === 'uprn' || meaning === 'sourceId') return part === 0 ? cell : '';
  // One pair of coordinates is that of the first; the second goes by its own postcode.
  if (
    ['latitude', 'longitude', 'easting', 'northing', 'coordinates'].includes(meaning ?? '') &&
    postcodes !== undefined
  ) {
    return part === 0 ? cell : '';
  }
  const lines = cell
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  return lines.length === 2 && meaning !== 'notes' ? (lines[part] ?? cell) : cell;
}

function twice(row: SheetRow, first: number, mapping: SheetMapping, headers: readonly string[]): RowProblem {
  const column = mapping.columns.indexOf('name');
  return {
    row: row.row,
    column: column + 1,
    header: headers[column] ?? '',
    value: row.name,
    problem: `It is in the file twice: row ${first} has the same name and address.`,
    todo: 'Nothing to do: the first of them goes in. Change this row if it is another place.',
    weight: 'out',
    twice: true,
  };
}
