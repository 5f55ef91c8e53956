const DAY_CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Opening times of one day: minutes after midnight, start and end. */
export type Span = readonly [start: number, end: number];
/** Monday to Sunday. An empty day is closed. */
export type Week = readonly (readonly Span[])[];

const TIME = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

function readSpan(text: string): Span | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, h1, m1, h2, m2] = found.map(Number);
  const start = (h1 ?? 0) * 60 + (m1 ?? 0);
  const end = (h2 ?? 0) * 60 + (m2 ?? 0);
  return start < end && end <= 24 * 60 && (m1 ?? 0) < 60 && (m2 ?? 0) < 60 ? [start, end] : null;
}

/** `Mo-Fr,Su` as day numbers from Monday 0. Null when it is anything else. */
function readDays(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [from, to = from, ...more] = part.trim().split('-');
    const first = DAY_CODES.indexOf(from ?? '');
    const last = DAY_CODES.indexOf(to ?? '');
    if (first < 0 || last < 0 || more.length > 0) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

/**
 * Reads the plain part of OpenStreetMap's opening_hours: days and clock hours ("Mo-Fr 09:30-17:00; Sa
 * 09:30-13:00; Su off"), a later rule taking the place of an earlier one for its days. Anything more (months,
 * sunrise, "by appointment") gives null: then the source's own words are shown instead of a guess.
 */
export function readWeek(text: string | null): Week | null {
  if (!text?.trim()) return null;
  if (text.trim() === '24/7') return DAY_CODES.map(() => [[0, 24 * 60]] as const);
  const week: Span[][] = DAY_CODES.map(() => []);
  for (const rule of text.split(';').map((each) => each.trim())) {
    if (rule === '' || /^PH\s+(off|closed)$/.test(rule)) continue;
    const found = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z,\s-]*?)\s+(off|closed|[\d:,\s-]+)$/.exec(rule);
    const days = readDays(found?.[1] ?? '');
    const times = found?.[2] ?? '';
    if (!days) return null;
    const spans = times === 'off' || times === 'closed' ? [] : times.split(',').map(readSpan);
    if (spans.some((span) => span === null)) return null;
    for (const day of days) week[day] = (spans as Span[]).toSorted((a, b) => a[0] - b[0]);
  }
  return week;
}

export const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const isAllDay = (spans: readonly Span[]): boolean => spans[0]?.[0] === 0 && spans[0][1] === 24 * 60;

/** "9:30 to 12:30 and 13:30 to 17:00", or "closed". */
export function dayWords(spans: readonly Span[]): string {
  if (spans.length === 0) return 'closed';
  if (isAllDay(spans)) return 'all day';
  return spans.map(([start, end]) => `${clock(start)} to ${clock(end)}`).join(' and ');
}

/** A moment on the clock in Britain: Monday is 0. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
}

export function londonMoment(now: Date): Moment {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const day = DAY_CODES.indexOf(part('weekday').slice(0, 2));
  return { day: Math.max(0, day), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** "Open today 9:30 to 17:00", or when it next opens. A group does not open, it meets. */
export function todayWords(week: Week, { day, minute }: Moment, meets = false): string {
  const today = week[day] ?? [];
  if (isAllDay(today)) return 'Open today, all day';
  if (today.some(([, end]) => end > minute)) return `${meets ? 'Meets' : 'Open'} today ${dayWords(today)}`;
  const begun = meets ? 'Next' : today.length > 0 ? 'Closed now;' : 'Closed today;';
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const at = (day + ahead) % 7;
    const next = week[at]?.[0];
    const when = ahead === 1 ? 'tomorrow' : DAY_NAMES[at];
    if (next) return `${begun} ${meets ? 'meets' : 'opens'} ${when} at ${clock(next[0])}`;
  }
  return meets ? 'Does not meet this week' : 'Closed all week';
}

/** The week with days of the same hours together: "Mon, Tue, Fri 9:30–17:00 · Wed, Sun closed". */
export function weekInBrief(week: Week): string {
  const byHours = new Map<string, string[]>();
  week.forEach((spans, day) => {
    const hours =
      spans.length === 0 ? 'closed' : spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ');
    byHours.set(hours, [...(byHours.get(hours) ?? []), (DAY_NAMES[day] ?? '').slice(0, 3)]);
  });
  const open = [...byHours].filter(([hours]) => hours !== 'closed');
  const closed = [...byHours].filter(([hours]) => hours === 'closed');
  return [...open, ...closed].map(([hours, days]) => `${days.join(', ')} ${hours}`).join(' · ');
}
