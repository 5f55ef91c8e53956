import { DAYS, type Day, type Week } from '../place/week.ts';

/** Days in words. */
export const DAY_NAMES: { readonly [day in Day]: string } = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/** "a", "a and b", "a, b and c". */
const andList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The hour at which a slot begins: `9:00`. The end of the day is midnight. */
export const hourWords = (hour: number): string => (hour === 24 ? 'midnight' : `${hour}:00`);

/** `Monday to Friday`, `Tuesday and Thursday`. Three days or more in a row are said as a span. */
export function daysWords(days: readonly Day[]): string {
  const inOrder = DAYS.filter((day) => days.includes(day));
  const first = DAYS.indexOf(inOrder[0] ?? 'mo');
  const inARow = inOrder.every((day, at) => DAYS.indexOf(day) === first + at);
  const named = inOrder.map((day) => DAY_NAMES[day]);
  return inARow && named.length > 2 ? `${named[0]} to ${named.at(-1)}` : andList(named);
}

/** The runs of open hours of a day: `9:00 to 13:00 and 14:00 to 17:00`. */
function runsOf(week: Week, day: Day): string {
  const start = DAYS.indexOf(day) * 24;
  const runs: string[] = [];
  for (let from = 0; from < 24; ) {
    const state = week[start + from];
    let to = from + 1;
    while (to < 24 && week[start + to] === state) to++;
    if (state !== '.')
      runs.push(`${hourWords(from)} to ${hourWords(to)}${state === 's' ? ' some weeks' : ''}`);
    from = to;
  }
  return andList(runs);
}

/** A week in full: `Monday to Friday 9:00 to 17:00, Saturday 10:00 to 12:00`. Days of the same hours together. */
export function weekWords(week: Week): string {
  const byRuns = new Map<string, Day[]>();
  for (const day of DAYS) {
    const runs = runsOf(week, day);
    if (runs) byRuns.set(runs, [...(byRuns.get(runs) ?? []), day]);
  }
  const parts = [...byRuns].map(([runs, days]) => `${daysWords(days)} ${runs}`);
  return parts.length === 0 ? 'No hours' : parts.join(', ');
}
