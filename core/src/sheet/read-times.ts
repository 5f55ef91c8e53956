import { hoursOfDays, hoursOfWords } from './hours-words.ts';
import { DAY_MEANINGS, type Meaning } from './meanings.ts';
import type { RowCells } from './read-cells.ts';
import { opensOf } from './read-opens.ts';

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** When it is open: in words, and in the grammar where the words are certain. */
export function timesOf(
  cells: RowCells,
  note: (meaning: Meaning, problem: string, todo: string) => void,
): { when: string; openingHours: string | null } {
  const pair = opensOf(cells);
  if (pair !== null) {
    if (pair.problem !== null) note(pair.problem.meaning, pair.problem.why, pair.problem.todo);
    return { when: pair.when, openingHours: pair.openingHours };
  }
  const days = DAY_MEANINGS.map((day) => cells.all(day));
  if (days.some((day) => day.length > 0)) {
    const read = hoursOfDays(days);
    const words = days
      .flatMap((day, at) => (day.length === 0 ? [] : [`${DAY_NAMES[at]} ${day.join(', ')}`]))
      .join('; ');
    if (read.hours !== null) return { when: cells.all('when').join('; '), openingHours: read.hours };
    const meaning =
      DAY_MEANINGS.find((_, at) => (days[at] ?? []).some((cell) => !/^closed$/i.test(cell))) ?? 'mo';
    if (days.flat().every((cell) => /^(closed|shut)$/i.test(cell))) return { when: '', openingHours: null };
    note(
      meaning,
      `The opening times are kept as words: ${lower(read.why)}`,
      'Nothing to do. To have them count, write each day as 10:00-12:00.',
    );
    return { when: words, openingHours: null };
  }
  const words = cells.all('when').join(' ');
  if (words === '') return { when: '', openingHours: null };
  const read = hoursOfWords(words);
  if (read.hours !== null) return { when: words, openingHours: read.hours };
  note(
    'when',
    `The opening times are kept as words: ${lower(read.why)}`,
    'Nothing to do. To have them count, write them as Tue 10:00-12:00.',
  );
  return { when: words, openingHours: null };
}

const lower = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
