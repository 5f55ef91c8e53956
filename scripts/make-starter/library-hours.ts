/** OpenStreetMap's names of the days, Monday first. */
export const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

type Range = readonly [start: number, end: number];
type Week = readonly (readonly Range[])[];

export interface ClockHours {
  /** In OpenStreetMap's opening_hours grammar; empty where the clock hours are not certain. */
  readonly openingHours: string;
  /** Hours they add up to; 0 when there are none. */
  readonly total: number;
  /** What is not certain about them, in plain words; empty when nothing. */
  readonly doubt: string;
}

/**
 * Clock hours of a week from ranges per day (`09:00-17:00`) and the note beside them. A note like "Hours closed: Tu
 * 13:00-14:00" is taken out of that day. Where a note or the Arts Council's word for the day (`... with
 * closure`) says that it shuts in the middle and the hours do not show when, they are left empty: better not
 * known than wrong.
 */
export function clockHours(
  days: readonly (readonly string[])[],
  notes: string,
  aceDays: readonly string[],
): ClockHours {
  const week = days.map((ranges) => joined(ranges.map(rangeIn).filter((range) => range !== null)));
  if (week.every((ranges) => ranges.length === 0)) return { openingHours: '', total: 0, doubt: '' };
  const closures = closuresIn(notes);
  if (closures === null) {
    return {
      openingHours: '',
      total: 0,
      doubt: 'It shuts in the middle of some days; the list does not say clearly when.',
    };
  }
  const open = week.map((ranges, day) => without(ranges, closures[day] ?? []));
  const unsplit = open.flatMap((ranges, day) =>
    ranges.length === 1 && aceDays[day]?.includes('with closure') ? [SHORT_DAYS[day] as string] : [],
  );
  if (unsplit.length > 0) {
    const doubt = `It shuts in the middle of the day on ${unsplit.join(', ')}; the lists do not say when.`;
    return { openingHours: '', total: 0, doubt };
  }
  const total = open.flat().reduce((sum, [start, end]) => sum + (end - start) / 60, 0);
  return { openingHours: osmHours(open), total, doubt: '' };
}

/** Days with the same hours side by side become one rule: `Mo-We,Fr 09:00-17:00; Sa 10:00-13:00`. */
export function osmHours(week: Week): string {
  const rules = new Map<string, number[]>();
  week.forEach((ranges, day) => {
    if (ranges.length === 0) return;
    const times = ranges.map(([start, end]) => `${clock(start)}-${clock(end)}`).join(',');
    rules.set(times, [...(rules.get(times) ?? []), day]);
  });
  return [...rules].map(([times, days]) => `${spans(days, OSM_DAYS)} ${times}`).join('; ');
}

/** `Mo-We,Fr` from day numbers in order. Two days side by side are written with a comma. */
export function spans(days: readonly number[], names: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; at += 1) {
    const first = days[at] as number;
    let last = first;
    while (days[at + 1] === last + 1) {
      at += 1;
      last = days[at] as number;
    }
    if (last === first) parts.push(names[first] as string);
    else parts.push(`${names[first]}${last - first > 1 ? '-' : ','}${names[last]}`);
  }
  return parts.join(',');
}

const NOTE_DAYS: readonly RegExp[] = [
  /^m(on(day)?s?)?$/,
  /^tu(e(s(day)?)?s?)?$/,
  /^w(ed(s|nesday)?s?)?$/,
  /^th(u(r(s(day)?)?)?s?)?$/,
  /^f(ri(day)?s?)?$/,
  /^sa(t(urday)?)?s?$/,
  /^su(n(day)?)?s?$/,
];

/**
 * The midday closures that a note gives, by day. `[]` where it speaks of none, null where it speaks of one that cannot
 * be read for certain.
 */
export function closuresIn(notes: string): Range[][] | null {
  const text = notes.replace(/\([^)]*\)/g, ' ');
  if (!/\b(hours closed|lunch\w*|closed (between )?\d|closed (mon|tue|wed|thu|fri|sat))/i.test(text))
    return [];
  const week: Range[][] = [[], [], [], [], [], [], []];
  const start = text.search(/hours closed|closed/i);
  const clauses = text
    .slice(start)
    .replace(/^hours closed:?|^closed( for)?( lunchtimes?| lunch)?( between)?:?/i, '')
    .split(';');
  for (const clause of clauses) {
    const ranges = [...clause.matchAll(/(\d{1,2})[.:](\d{2})\s*(?:-|to|and)\s*(\d{1,2})[.:](\d{2})/g)].map(
      (match) => [afternoon(match[1], match[2]), afternoon(match[3], match[4])] as const,
    );
    const words = clause.replace(/\d{1,2}[.:]\d{2}/g, ' ').replace(/\b(and|to|on|between)\b|[,.&]/gi, ' ');
    const days = dayNumbers(words);
    if (ranges.length === 0 || days === null || days.length === 0) return null;
    if (ranges.some(([from, to]) => to <= from)) return null;
    for (const day of days) week[day]?.push(...ranges);
  }
  return week;
}

/** "2.00" in a midday closure is two in the afternoon. */
function afternoon(hours: string | undefined, minutes: string | undefined): number {
  const hour = Number(hours);
  return (hour < 8 ? hour + 12 : hour) * 60 + Number(minutes);
}

function dayNumbers(words: string): number[] | null {
  const days: number[] = [];
  for (const word of words
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '' && part !== '-')) {
    const [from, to, more] = word
      .replace(/^-|-$/g, '')
      .split('-')
      .map((part) => NOTE_DAYS.findIndex((day) => day.test(part)));
    if (from === undefined || from < 0 || more !== undefined || (to !== undefined && to < from)) return null;
    for (let day = from; day <= (to ?? from); day += 1) days.push(day);
  }
  return days;
}

function rangeIn(text: string): Range | null {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [start, end] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
  return end > start && end <= 24 * 60 ? [start, end] : null;
}

/** Ranges in order, overlapping or touching ones as one (staffed hours lie within unstaffed ones). */
function joined(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

function without(ranges: readonly Range[], closures: readonly Range[]): Range[] {
  let open = [...ranges];
  for (const [from, to] of closures) {
    open = open.flatMap(([start, end]) =>
      (
        [
          [start, Math.min(end, from)],
          [Math.max(start, to), end],
        ] as Range[]
      ).filter(([a, b]) => b > a),
    );
  }
  return open;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const DAY_WORDS: Readonly<Record<string, string>> = {
  'am only': 'mornings',
  'pm only': 'afternoons',
  'eve only': 'evenings',
  'am & pm (continuous)': 'all day',
  'am & pm (with closure)': 'all day with a break',
  'am and pm with closure': 'all day with a break',
  'am & pm': 'all day',
  'all day (continuous)': 'all day and evening',
  'all day (with closure)': 'all day and evening with a break',
  'pm & eve (continuous)': 'afternoons and evenings',
  'pm & eve (with closure)': 'afternoons and evenings with a break',
  'am & eve': 'mornings and evenings',
  'varied by schedule': 'times vary',
  'no regular opening': 'no regular times',
  'appointment only': 'by appointment',
  '24 hours': '24 hours',
};

/** The Arts Council's word for each day as one line: `Mon-Fri all day; Sat mornings`. Closed days are left out. */
export function dayWords(days: readonly string[]): string {
  const groups: { words: string; days: number[] }[] = [];
  days.forEach((word, day) => {
    const words = DAY_WORDS[word];
    if (!words) return;
    const last = groups.at(-1);
    if (last && last.words === words && last.days.at(-1) === day - 1) last.days.push(day);
    else groups.push({ words, days: [day] });
  });
  return groups
    .map((group) => `${spans(group.days, SHORT_DAYS).replace(',', ', ')} ${group.words}`)
    .join('; ');
}
