import { hoursOfWords } from './hours-words.ts';
import { DAY_MEANINGS } from './meanings.ts';
import type { RowCells } from './read-cells.ts';
import { clockText } from './times.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const YES = /^(y|yes|true|x|1|open|✓|✔)$/i;
const NO = /^(n|no|false|0|closed|shut|-|–)$/i;

/** Opening times of a row that has a column for when it opens and one for when it closes. */
export interface OpensRead {
  readonly when: string;
  readonly openingHours: string | null;
  /** Why they are words only, and what to do. */
  readonly problem: {
    readonly meaning: 'opens' | 'closes';
    readonly why: string;
    readonly todo: string;
  } | null;
}

/** Joins the two times with the days, which a column of words names or a column for each day ticks. */
export function opensOf(cells: RowCells): OpensRead | null {
  const [opens, closes] = [clockOf(cells.one('opens')), clockOf(cells.one('closes'))];
  if (opens === '' && closes === '') return null;
  const given = cells.all('when').join(' ');
  const ticks = DAY_MEANINGS.map((day) => cells.one(day));
  if (ticks.some((cell) => cell !== '' && !YES.test(cell) && !NO.test(cell))) return null;
  // Words that say all by themselves are not joined with times that may say less.
  if (hoursOfWords(given).hours !== null) return null;
  const days = given === '' ? DAYS.filter((_, at) => YES.test(ticks[at] ?? '')).join(', ') : given;
  const span = opens === '' ? `until ${closes}` : closes === '' ? `from ${opens}` : `${opens}-${closes}`;
  const when = `${days} ${span}`.trim();
  const words = (meaning: 'opens' | 'closes', why: string, todo: string): OpensRead => ({
    when,
    openingHours: null,
    problem: { meaning, why: `The opening times are kept as words: ${why}`, todo },
  });
  if (opens === '')
    return words(
      'opens',
      'it says when it closes, not when it opens.',
      'Write in when it opens, such as 10:00.',
    );
  if (closes === '')
    return words(
      'closes',
      'it says when it opens, not when it closes.',
      'Write in when it closes, such as 12:00.',
    );
  if (days === '')
    return words(
      'opens',
      'no day is named.',
      'Nothing to do. To have them count, add a column with the days, such as Mon-Fri.',
    );
  const read = hoursOfWords(when);
  if (read.hours !== null) return { when, openingHours: read.hours, problem: null };
  return words(
    'opens',
    lower(read.why),
    'Nothing to do. To have them count, write times as 10:00 and days as Mon, Tue.',
  );
}

/** A time as it is written, without seconds; Excel may give it as a part of the day. */
function clockOf(cell: string): string {
  if (/^0?\.\d+$/.test(cell)) return clockText(Math.round(Number(cell) * 24 * 60));
  return cell.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
}

const lower = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
