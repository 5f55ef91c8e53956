import { DAY_MINUTES, isSpan, type Span } from '@kith/core/place/hours-rules';
import { clockWords, spanWords } from '@kith/core/place/hours-words';

/** A time as typed: the minutes it may mean, the likelier first. */
interface Typed {
  readonly minutes: number;
  /** "am", "pm" or 24 hours were said: it means nothing else. */
  readonly sure: boolean;
  readonly half: 'am' | 'pm' | null;
}
const HOUR = 60;
const NOON = 12 * HOUR;
/** What "until" may reach on the next day: later than that, a slip of the pen is likelier. */
const LATEST_NEXT_DAY = DAY_MINUTES + 6 * HOUR;
/** An hour before this with no "am" is taken as of the afternoon: places open at 2 in the afternoon, not in the night. */
const EARLIEST_MORNING = 7 * HOUR;

function readTime(text: string): Typed | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\.(?=[ap])|(?<=[ap])\.|(?<=m)\.$/g, '');
  if (/^(noon|midday|12 ?noon)$/.test(said)) return { minutes: NOON, sure: true, half: null };
  if (said === 'midnight') return { minutes: 0, sure: true, half: null };
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/.exec(said);
  if (!found) return null;
  const [, hourText = '', minuteText = '0', half] = found;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return null;
    return { minutes: (hour % 12) * HOUR + minute + (half === 'pm' ? NOON : 0), sure: true, half };
  }
  const sure = hour > 12 || hour === 0 || (hourText.startsWith('0') && hourText.length === 2);
  return { minutes: (hour === 24 ? 0 : hour) * HOUR + minute, sure, half: null };
}

/**
 * Reads "from" and "until" as people type them: `10` and `12`, `9.30am`, `1400`, `2` and `4` (of the afternoon), `7` and
 * `9pm` (both of the evening). What was understood is read back in words at once, so a guess that is wrong is seen.
 * Null where either cannot be read or "until" comes before "from".
 */
export function readTimes(fromText: string, toText: string): Span | null {
  const [first, last] = [readTime(fromText), readTime(toText)];
  if (!first || !last) return null;
  const from = startOf(first, last);
  const ends = last.sure
    ? [last.minutes]
    : [last.minutes, last.minutes + NOON].filter((at) => at <= DAY_MINUTES);
  const to = [...ends, ...ends.map((at) => at + DAY_MINUTES)].find((at) => at > from);
  if (to === undefined || to > LATEST_NEXT_DAY) return null;
  const span = { from, to };
  return isSpan(span) ? span : null;
}

/**
 * What to ask of an end that is taken to be of the next morning and may be the beginning: `4` and `2`. Null where there
 * is nothing to ask, as of an end that was said for sure (`1am`, `01:00`, `midnight`). It stops nobody.
 */
export function askedOfTimes(fromText: string, toText: string): string | null {
  const span = readTimes(fromText, toText);
  if (!span || span.to <= DAY_MINUTES || readTime(toText)?.sure) return null;
  const round = readTimes(toText, fromText);
  if (!round || round.to > DAY_MINUTES) return null;
  return `Until ${clockWords(span.to)} the next morning? If you mean ${spanWords(round)}, change the times round.`;
}

function startOf(first: Typed, last: Typed): number {
  if (first.sure || first.minutes >= NOON) return first.minutes;
  const evening = first.minutes + NOON;
  // "7 to 9pm" is one evening; "9 to 5pm" is a day.
  if (last.half === 'pm' && evening < last.minutes) return evening;
  return first.minutes < EARLIEST_MORNING ? evening : first.minutes;
}
