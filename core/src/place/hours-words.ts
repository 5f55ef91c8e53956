import { daysWords } from '../scenario/week-words.ts';
import {
  DAY_MINUTES,
  type Hours,
  type HoursRule,
  isAllWeek,
  type NthWeek,
  type Span,
  spanKey,
  tidyHours,
} from './hours-rules.ts';
import { clockText } from './hours-text.ts';

const andList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const NTH_WORDS: Record<NthWeek, string> = { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', [-1]: 'last' };

/** `9:30`, `midnight` for the end of a day. */
export function clockWords(minutes: number): string {
  if (minutes === DAY_MINUTES) return 'midnight';
  const text = clockText(minutes);
  return text.startsWith('0') ? text.slice(1) : text;
}

/** `10:00 to 12:00`; `20:00 to 1:00 the next morning`, so that times put the wrong way round are seen. */
export function spanWords({ from, to }: Span): string {
  const next = to > DAY_MINUTES ? (to > 1.5 * DAY_MINUTES ? ' the next day' : ' the next morning') : '';
  return `${clockWords(from)} to ${clockWords(to)}${next}`;
}

/** One rule in words: `Every Tuesday, 10:00 to 12:00`, `The 1st and 3rd Saturday of the month, 14:00 to 16:00`. */
export function ruleWords({ days, weeks, spans, instead }: HoursRule): string {
  const isAllDay = spanKey(spans) === `0-${DAY_MINUTES}`;
  const times = isAllDay ? 'all day' : andList(spans.map(spanWords));
  const on =
    weeks.length > 0
      ? `The ${andList(weeks.map((week) => NTH_WORDS[week]))} ${daysWords(days)} of the month`
      : days.length === 7
        ? 'Every day'
        : days.length === 1
          ? `Every ${daysWords(days)}`
          : daysWords(days);
  return `${on}, ${times}${instead ? ' instead' : ''}`;
}

/** Hours in words: a part for each rule, with full stops between. Empty for no hours. */
export function hoursInWords(hours: Hours): string {
  const { rules, closedOnHolidays } = tidyHours(hours);
  const [only] = rules;
  if (rules.length === 1 && only && isAllWeek(only) && !closedOnHolidays) return 'Open at all hours';
  const parts = rules.map(ruleWords);
  if (parts.length > 0 && closedOnHolidays) parts.push('Closed on bank holidays');
  return parts.join('. ');
}
