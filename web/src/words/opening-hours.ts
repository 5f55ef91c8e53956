import { DAY_MINUTES, type Hours, type HoursRule, isAllWeek, type Span } from '@kith/core/place/hours-rules';
import { readHours } from '@kith/core/place/hours-text';
import { clockWords, hoursInWords, spanWords } from '@kith/core/place/hours-words';
import { DAYS } from '@kith/core/place/week';
import { dateWords } from './dates.ts';

export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_CODES = DAY_NAMES.map((name) => name.slice(0, 2));

/** Monday to Sunday. An empty day is closed. */
export type Week = readonly (readonly Span[])[];

const NEVER = /^((Mo-Su|Mo|Tu|We|Th|Fr|Sa|Su|,|-)+\s+)?(off|closed)$/;

/**
 * Reads the plain part of OpenStreetMap's opening_hours, as `readHours` of core does: days, weeks of the month and clock
 * hours ("Mo-Fr 09:30-17:00; Tu[1,3] 14:00-16:00; PH off"). Open at no time is hours too. Anything more (months,
 * sunrise, "by appointment") gives null: then the source's own words are shown instead of a guess.
 */
export function readTimes(text: string | null): Hours | null {
  if (!text?.trim()) return null;
  if (NEVER.test(text.trim())) return { rules: [], closedOnHolidays: false };
  return readHours(text);
}

/** Whether some of it is in some weeks of the month only: such times have no one week. */
export const inSomeWeeks = ({ rules }: Hours): boolean => rules.some(({ weeks }) => weeks.length > 0);

/** The week of times that are the same in every week; null for others. */
export function weekOf(hours: Hours): Week | null {
  return inSomeWeeks(hours) ? null : DAYS.map((_, day) => spansOn(hours, { day, nth: 1, last: false }));
}

/** A day of a month: which weekday (Monday 0), the how-many-th of it, and whether it is the last. */
interface DayOfMonth {
  readonly day: number;
  readonly nth: number;
  readonly last: boolean;
}

function spansOn({ rules }: Hours, { day, nth, last }: DayOfMonth): readonly Span[] {
  const isOn = ({ days, weeks }: HoursRule): boolean =>
    days.includes(DAYS[day] ?? 'mo') &&
    (weeks.length === 0 || weeks.some((week) => week === nth || (week === -1 && last)));
  let spans: readonly Span[] = [];
  for (const rule of rules.filter(isOn)) spans = rule.instead ? rule.spans : [...spans, ...rule.spans];
  return spans.toSorted((a, b) => a.from - b.from);
}

const isAllDay = (spans: readonly Span[]): boolean => spans[0]?.from === 0 && spans[0].to === DAY_MINUTES;

/** "9:30 to 12:30 and 13:30 to 17:00", or "closed". */
export function dayWords(spans: readonly Span[]): string {
  if (spans.length === 0) return 'closed';
  if (isAllDay(spans)) return 'all day';
  return spans.map(spanWords).join(' and ');
}

/** A moment on the clock in Britain: Monday is day 0, and `date` is its ISO day. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
  readonly date: string;
}

export function londonMoment(now: Date): Moment {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const day = DAY_CODES.indexOf(part('weekday').slice(0, 2));
  return {
    day: Math.max(0, day),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    date: `${part('year')}-${part('month')}-${part('day')}`,
  };
}

/** The day so many days after another, with its place in its month. */
function dayAfter({ date }: Moment, days: number): DayOfMonth & { readonly date: string } {
  const [year = 0, month = 1, first = 1] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, first + days));
  const ofMonth = at.getUTCDate();
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return {
    date: at.toISOString().slice(0, 10),
    day: (at.getUTCDay() + 6) % 7,
    nth: Math.ceil(ofMonth / 7),
    last: ofMonth + 7 > length,
  };
}

/** So far ahead the next time is looked for: the longest gap of any week of a month is five weeks. */
const AHEAD_DAYS = 40;

/** "Open today 9:30 to 17:00", or when it next opens. A group does not open, it meets. */
export function todayWords(hours: Hours, now: Moment, meets = false): string {
  const today = spansOn(hours, dayAfter(now, 0));
  if (isAllDay(today)) return 'Open today, all day';
  const lastNight = spansOn(hours, dayAfter(now, -1)).find(({ to }) => to - DAY_MINUTES > now.minute);
  if (lastNight) return `${meets ? 'Meets' : 'Open'} now, until ${clockWords(lastNight.to)}`;
  if (today.some(({ to }) => to > now.minute)) return `${meets ? 'Meets' : 'Open'} today ${dayWords(today)}`;
  const begun = meets ? 'Next' : today.length > 0 ? 'Closed now;' : 'Closed today;';
  for (let ahead = 1; ahead <= AHEAD_DAYS; ahead += 1) {
    const at = dayAfter(now, ahead);
    const next = spansOn(hours, at)[0];
    if (!next) continue;
    const name = DAY_NAMES[at.day];
    const when = ahead === 1 ? 'tomorrow' : ahead <= 7 ? name : `on ${name} ${dayOnly(at.date)}`;
    return `${begun} ${meets ? 'meets' : 'opens'} ${when} at ${clockWords(next.from)}`;
  }
  return meets ? 'Does not meet this week' : 'Closed all week';
}

/** "1 December": within forty days the year goes without saying. */
const dayOnly = (date: string): string => dateWords(date).replace(/ \d{4}$/, '');

/** The week with days of the same hours together: "Mon, Tue, Fri 9:30–17:00 · Wed, Sun closed". */
function weekInBrief(week: Week): string {
  const byHours = new Map<string, string[]>();
  week.forEach((spans, day) => {
    const hours =
      spans.length === 0
        ? 'closed'
        : spans.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(', ');
    byHours.set(hours, [...(byHours.get(hours) ?? []), (DAY_NAMES[day] ?? '').slice(0, 3)]);
  });
  const open = [...byHours].filter(([hours]) => hours !== 'closed');
  const closed = [...byHours].filter(([hours]) => hours === 'closed');
  return [...open, ...closed].map(([hours, days]) => `${days.join(', ')} ${hours}`).join(' · ');
}

/** All that is said of the times, in one line: a week in brief, and in full words where weeks differ. */
export function timesInBrief(hours: Hours): string {
  const [only] = hours.rules;
  const always = hours.rules.length === 1 && only !== undefined && isAllWeek(only);
  const week = weekOf(hours);
  if (!week || always) return hoursInWords(hours).replaceAll('. ', ' · ');
  return [weekInBrief(week), ...(hours.closedOnHolidays ? ['closed on bank holidays'] : [])].join(' · ');
}

/** Opening times as text in words; the text itself where it cannot be read. */
export function timesWords(text: string): string {
  const hours = readTimes(text);
  return hours ? timesInBrief(hours) : text;
}
