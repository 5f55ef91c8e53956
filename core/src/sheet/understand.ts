import { guessDates } from './dates.ts';
import { guessColumn } from './guess-column.ts';
import { guessCoordinates } from './guess-coordinates.ts';
import { guessKind } from './guess-kind.ts';
import { findHeader } from './header-row.ts';
import { settle } from './settle-columns.ts';
import {
  type Cells,
  type ColumnGuess,
  columnLetter,
  type SheetMapping,
  type Understanding,
} from './understanding.ts';
import { oneLine } from './words.ts';

const EXAMPLES = 3;
const SAMPLE = 400;

/**
 * Guesses how a file is to be read, each guess with how sure it is and why. Pure: the same cells, the same guess.
 * @param remembered how the last file of this sender with the same header was read: it is followed where it fits
 */
export function understand(cells: Cells, remembered?: SheetMapping): Understanding {
  const found = findHeader(cells);
  const start = found.row - 1 + found.rows;
  const body = cells.slice(start, start + SAMPLE);
  const width = found.words.length;
  const lowest = found.rows < 2 ? found.words : (cells[start - 1] ?? []);
  const columns: ColumnGuess[] = [];
  const follow = remembered !== undefined && remembered.columns.length === width;
  for (let at = 0; at < width; at += 1) {
    const cellsOf = body.map((row) => row[at] ?? '');
    const header = found.words[at] ?? '';
    const guess = follow
      ? {
          meaning: remembered.columns[at] ?? 'ignore',
          sure: 'certain' as const,
          why: 'As you chose for your last file with these headers.',
        }
      : guessColumn(header, cellsOf, oneLine(lowest[at] ?? ''));
    columns.push({
      column: at + 1,
      letter: columnLetter(at + 1),
      header,
      ...guess,
      examples: [...new Set(cellsOf.map(oneLine).filter((cell) => cell !== ''))].slice(0, EXAMPLES),
    });
  }
  const settled = follow ? columns : settle(columns, body);
  const meanings = settled.map((each) => each.meaning);
  const guessed = guessCoordinates(meanings, body);
  // A remembered none is not followed where there are numbers to read: it may have been none by mistake.
  const coordinates =
    follow && remembered.coordinates !== 'none'
      ? { system: remembered.coordinates, sure: 'certain' as const, why: 'As in your last file.' }
      : guessed;
  const dates = guessDates(
    body.flatMap((row) => row.filter((_, at) => meanings[at] === 'checked' || meanings[at] === 'closed')),
  );
  const kind = guessKind(meanings, body, cells.slice(0, start));
  return {
    header: { sure: found.sure, why: found.why },
    columns: settled,
    coordinates,
    dates:
      follow && dates.sure === 'unsure'
        ? { order: remembered.dates, sure: 'likely', why: 'As in your last file.' }
        : dates,
    kind: follow ? { kind: remembered.kind, sure: 'certain', why: 'As in your last file.' } : kind,
    mapping: {
      headerRow: found.row,
      headerRows: found.rows,
      columns: meanings,
      ...(follow && remembered.nameColumn !== undefined ? { nameColumn: remembered.nameColumn } : {}),
      coordinates: coordinates.system,
      dates: follow && dates.sure === 'unsure' ? remembered.dates : dates.order,
      kind: follow ? remembered.kind : kind.kind,
      split: {},
      same: {},
    },
  };
}
