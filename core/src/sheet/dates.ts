import type { DateOrder } from './meanings.ts';
import type { Guess } from './understanding.ts';
import { oneLine } from './words.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/**
 * Whether a file writes the day or the month first, by the dates that can only be read one way. Where none can tell it
 * is taken as British, and said.
 */
export function guessDates(cells: readonly string[]): Guess & { order: DateOrder } {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const cell of cells) {
    const found = NUMBERS.exec(oneLine(cell).split(' ')[0] ?? '');
    if (found === null) continue;
    const [one, other] = [Number(found[1]), Number(found[2])];
    if (one > 12 && other <= 12) dayFirst += 1;
    else if (other > 12 && one <= 12) monthFirst += 1;
    else either += 1;
  }
  if (dayFirst === 0 && monthFirst === 0) {
    return either === 0
      ? { order: 'day-first', sure: 'certain', why: 'No date needs it.' }
      : {
          order: 'day-first',
          sure: 'unsure',
          why: 'No date tells whether the day or the month comes first. They are read as British.',
        };
  }
  if (monthFirst > dayFirst) {
    return {
      order: 'month-first',
      sure: dayFirst === 0 ? 'certain' : 'likely',
      why: `${monthFirst} dates can only be read with the month first${dayFirst > 0 ? `, and ${dayFirst} only with the day first` : ''}.`,
    };
  }
  return {
    order: 'day-first',
    sure: monthFirst === 0 ? 'certain' : 'likely',
    why: `${dayFirst} dates can only be read with the day first${monthFirst > 0 ? `, and ${monthFirst} only with the month first` : ''}.`,
  };
}

/** An ISO day of a cell, `2024-03` or `2024` where it says no more; null where it is no date in that order. */
export function dateIn(text: string, order: DateOrder): string | null {
  const first = oneLine(text).replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(first);
  if (iso !== null)
    return real(
      Number(iso[1]),
      iso[2] === undefined ? null : Number(iso[2]),
      iso[3] === undefined ? null : Number(iso[3]),
    );
  const numbers = NUMBERS.exec(first);
  if (numbers !== null) {
    const [one, other] = [Number(numbers[1]), Number(numbers[2])];
    return order === 'day-first' ? real(year(numbers[3]), other, one) : real(year(numbers[3]), one, other);
  }
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?[ ,-]+(?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4}|\d{2})$/.exec(
      first,
    );
  if (words === null) return null;
  const month = MONTHS.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const day = words[1] ?? words[3];
  return real(year(words[4]), month, day === undefined ? null : Number(day));
}

function year(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function real(inYear: number, month: number | null, day: number | null): string | null {
  if (inYear < 1800 || inYear > 2100) return null;
  if (month === null) return String(inYear);
  if (month < 1 || month > 12) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  if (day === null) return `${inYear}-${two(month)}`;
  const leap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0;
  const most = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= most ? `${inYear}-${two(month)}-${two(day)}` : null;
}
